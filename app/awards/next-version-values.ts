import { poundsForField } from "#app/core/money.ts";
import { dateParts, type FormValues } from "#app/ui/forms/form-values.ts";
import { NEXT_VERSION_KINDS } from "./award.ts";
import type { SavedDraft } from "./drafts.queries.server.ts";
import type { Version } from "./version.ts";

/** What the form of the next version starts with: the draft that is there, else what stands today and was asked for. */
export function nextVersionValues(
  draft: SavedDraft | null,
  current: Version,
  asked: { kind: string | null; effectiveOn: string | null; amount: string | null; reason: string | null },
  outOf: string,
): FormValues {
  const kind = NEXT_VERSION_KINDS.find((known) => known === asked.kind);
  if (draft) {
    return {
      version: String(draft.version),
      kind: draft.kind,
      ...amountValues(draft.kind === "void" ? current : draft),
      effectiveOn: dateParts(draft.statedEffectiveOn),
      decidedOn: dateParts(draft.decidedOn),
      reason: draft.reason,
      decisionReference: draft.decisionReference ?? "",
      fundId: String(draft.fundId ?? ""),
      mayIncludeIds: draft.mayIncludeIds.map(String),
      outOf,
    };
  }
  return {
    kind: kind ?? "",
    ...amountValues(current),
    ...(asked.amount !== null && { amountPence: asked.amount, amountNotRecorded: "" }),
    effectiveOn: dateParts(asked.effectiveOn),
    reason: asked.reason ?? "",
    fundId: String(current.fund?.id ?? ""),
    mayIncludeIds: current.mayInclude.map((other) => String(other.awardId)),
  };
}

function amountValues({ amountPence, amountBasis }: Pick<Version, "amountPence" | "amountBasis">) {
  return {
    amountPence: poundsForField(amountPence),
    amountNotRecorded: amountBasis === "not_recorded" ? "yes" : "",
    approximate: amountBasis === "approximate" ? "yes" : "",
  };
}
