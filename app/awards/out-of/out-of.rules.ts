import { STREAM_NAMES, type Stream } from "../award.ts";
import type { TypedLine } from "../draft.schema.ts";
import type { LineInput } from "../version.rules.ts";
import type { Line } from "../version.ts";

/** The money of another award that a line comes out of: which award, and which of its dimensions. */
export type OutOf = NonNullable<LineInput["inside"]>;

const STREAMS = Object.keys(STREAM_NAMES) as Stream[];

/** What stands for a line that comes out of no other award any more. */
export const OUT_OF_NONE = "none";

/** Money of another award as the form's choice names it: "13-4-2026-0-0-revenue"; 0 is not yet apportioned. */
export function outOfValue(outOf: OutOf): string {
  const { awardId, partnershipId, financialYear, projectId, priorityId, stream } = outOf;
  const numbers = [awardId, partnershipId, financialYear, projectId, priorityId].map((each) => each ?? 0);
  return [...numbers, stream ?? "0"].join("-");
}

/** Null for what names no money of an award. */
export function outOfNamed(value: string): OutOf | null {
  const named = /^(\d{1,15})-(\d{1,15})-(\d{1,4})-(\d{1,15})-(\d{1,15})-(\w{1,10})$/.exec(value);
  if (!named) return null;
  const [awardId, partnershipId, financialYear, projectId, priorityId] = named
    .slice(1, 6)
    .map((text) => Number(text) || null);
  if (!awardId) return null;
  return {
    awardId,
    partnershipId: partnershipId ?? null,
    financialYear: financialYear ?? null,
    projectId: projectId ?? null,
    priorityId: priorityId ?? null,
    stream: STREAMS.find((stream) => stream === named[6]) ?? null,
  };
}

/** The references that somebody typed, one after another and each once: "a-000013, A-000020". */
export function referencesIn(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/))].filter((reference) => reference !== "");
}

/** The money of another award that was chosen for a line; else a line that was inside another award stays inside it. */
export function insideOf(
  base: readonly Pick<Line, "position" | "inside">[],
  { outOf, base: position }: Pick<TypedLine, "outOf" | "base">,
): OutOf | null {
  // A draft that was saved before lines said it has none.
  if (outOf != null) return outOfNamed(outOf);
  return base.find((line) => line.position === position)?.inside ?? null;
}
