import { type FieldErrors, fail, type Result, succeed } from "#app/core/result.ts";
import { findOrCreateOrganisation } from "#app/partnerships/index.server.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import { type AmountBasis, sharingPartnerships, writingPartnerships } from "./award.ts";
import { createAward, type NewAward } from "./create-award.server.ts";
import { effectiveDay } from "./effective-day.rules.ts";
import { sealVersion } from "./ledger/seal-version.server.ts";
import { completeLines, type LineInput } from "./version.rules.ts";

export type PastAward = NewAward & {
  /** The name of the body that passes the money on, where its number is not known: found, or added. */
  receivedThrough?: string | null;
  /** When the funder decided: a partial date, null where it is not stated. */
  decidedOn: string | null;
  /** The day of the document that states the award, where the decision is not dated. */
  documentDay: string | null;
  decisionReference: string | null;
  reason: string;
  amountPence: number | null;
  amountBasis: AmountBasis;
  funderId: number | null;
  fundId: number | null;
  /** What is known of its split; the rest becomes "not yet apportioned". */
  lines: LineInput[];
  mayInclude: { awardId: number; note: string | null }[];
};

/**
 * Records an award that was made before the register knew of it: it may lack a bid, a round, a fund and a funder.
 * Seals its first version. @returns the award's id and reference.
 */
export async function recordPastAward(
  context: Context,
  past: PastAward,
): Promise<Result<{ id: number; reference: string }>> {
  requirePermission(context, "award.seal", writingPartnerships(past.partnerships));
  const sharing = sharingPartnerships(past.partnerships);
  const sole = sharing.length === 1 ? (sharing[0] as number) : null;
  const lines = completeLines(past.amountPence, past.lines, sole);
  const errors: FieldErrors = lines.ok ? {} : lines.errors;
  if (sharing.length === 0) errors.partnerships = "Choose at least one partnership";
  if (!lines.ok || Object.keys(errors).length > 0) return fail(errors);

  return writeOrUndo(context, async (transaction) => {
    const receivedThroughId = past.receivedThrough
      ? await findOrCreateOrganisation(transaction, past.receivedThrough)
      : past.receivedThroughId;
    const award = await createAward(transaction, context, { ...past, receivedThroughId });
    const sealed = await sealVersion(transaction, context, {
      awardId: award.id,
      kind: "original",
      ...effectiveDay(past.decidedOn, past.documentDay, context.today),
      decidedOn: past.decidedOn,
      reason: past.reason,
      decisionReference: past.decisionReference,
      amountPence: past.amountPence,
      amountBasis: past.amountBasis,
      funderId: past.funderId,
      fundId: past.fundId,
      lines: lines.value,
      mayInclude: past.mayInclude,
      sourceDocumentId: past.sourceDocumentId,
      sourceParagraph: past.sourceParagraph,
    });
    return sealed.ok ? succeed(award) : sealed;
  });
}
