import { type FieldErrors, fail, type Result, succeed } from "#app/core/result.ts";
import { findOrCreateOrganisation } from "#app/partnerships/index.server.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import type { Writer } from "#db/open.server.ts";
import { type AmountBasis, sharingPartnerships, writingPartnerships } from "./award.ts";
import { awardInScope } from "./award-scope.server.ts";
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
 * Seals its first version. One that nobody's document states is refused where another says the same: somebody else may have been
 * quicker. @returns the award's id and reference.
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
    // Only now: whoever records another at once waits for the reference of this one.
    const same = past.sourceDocumentId === null ? await findSame(transaction, context, award.id, past) : null;
    if (same !== null) {
      return fail({
        title: `${same} has this title, amount and date of decision already: if this is another award, give it a title that tells them apart`,
      });
    }
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

/** The reference of another award of the same partnerships that the actor may read and that says the same; null where none does. */
async function findSame(
  trx: Writer,
  { scope }: Context,
  awardId: number,
  { title, amountPence, decidedOn, partnerships }: PastAward,
): Promise<string | null> {
  const same = await trx
    .selectFrom("award")
    .innerJoin("award_version as version", "version.award_id", "award.id")
    .select("award.reference")
    .where("version.number", "=", 1)
    .where("award.id", "<>", awardId)
    .where((e) => e(e.fn<string>("lower", ["award.title"]), "=", title.toLowerCase()))
    .where("version.amount_pence", amountPence === null ? "is" : "=", amountPence)
    .where("version.decided_on", decidedOn === null ? "is" : "=", decidedOn)
    .where((e) =>
      e.exists(
        e
          .selectFrom("award_partnership as share")
          .select("share.award_id")
          .whereRef("share.award_id", "=", "award.id")
          .where("share.partnership_id", "in", sharingPartnerships(partnerships)),
      ),
    )
    .where(awardInScope(scope))
    .orderBy("award.id")
    .executeTakeFirst();
  return same?.reference ?? null;
}
