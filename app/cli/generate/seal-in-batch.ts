import type { VersionInput } from "#app/awards/index.server.ts";
import type { Batch } from "./batch.ts";
import type { Lines } from "./lines.ts";
import type { Register } from "./register.ts";

/** Puts a version into the batch, with the action that seals it. */
export function sealInBatch(
  { next }: Register,
  batch: Batch,
  version: { at: string; number: number; input: VersionInput; themeIds: Lines["themeIds"] },
): void {
  const { at, number, input, themeIds } = version;
  batch.versions.push({
    id: next("award_version"),
    number,
    sealedAt: at,
    input,
    themeIds,
    action: batch.actions.length,
  });
  const { kind, effectiveOn, amountPence, lines } = input;
  batch.actions.push({
    at,
    action: `seal ${kind} version`,
    recordType: "award",
    recordId: input.awardId,
    after: { number, kind, effectiveOn, amountPence, lines: lines.length },
  });
}
