import { sealVersion } from "#app/awards/ledger/seal-version.server.ts";
import {
  completeLines,
  type LineInput,
  NOT_YET_APPORTIONED,
  type VersionInput,
} from "#app/awards/version.rules.ts";
import type { Context } from "#app/platform/context.server.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";

/** A line with nothing known of it but what is given. */
export function line(parts: Partial<LineInput>): LineInput {
  return { ...NOT_YET_APPORTIONED, themeId: null, amountPence: 0, label: null, inside: null, ...parts };
}

/** A version of an award: £ exact, effective 1 April 2024, all not yet apportioned, unless told otherwise. */
export function version(awardId: number, parts: Partial<VersionInput>): VersionInput {
  const amountPence = parts.amountPence === undefined ? 10_000 : parts.amountPence;
  const lines = completeLines(amountPence, parts.lines ?? [], null);
  if (!lines.ok) throw new Error(lines.errors.lines);
  return {
    awardId,
    kind: "original",
    effectiveOn: "2024-04-01",
    effectiveBasis: "day",
    decidedOn: null,
    reason: "The award letter",
    decisionReference: null,
    amountBasis: amountPence === null ? "not_recorded" : "exact",
    funderId: null,
    fundId: null,
    mayInclude: [],
    sourceDocumentId: null,
    sourceParagraph: null,
    ...parts,
    amountPence,
    lines: parts.kind === "void" ? [] : lines.value,
  };
}

/** Seals a version and throws where that is refused. */
export async function seal(context: Context, awardId: number, parts: Partial<VersionInput> = {}) {
  const input = version(awardId, parts);
  const result = await writeOrUndo(context, (transaction) => sealVersion(transaction, context, input));
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.value;
}
