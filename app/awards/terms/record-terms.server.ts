import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, personId, requirePermission } from "#app/platform/context.server.ts";
import { StaleError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import { writingPartnerships } from "../award.ts";
import { getAward } from "../awards.queries.server.ts";
import { refusalOfClosed } from "../closure/closed.queries.server.ts";
import type { TermsInput } from "./terms.schema.ts";

/**
 * Records offer, acceptance and special terms of an award in place of what stood there. The audit log says whether the
 * contact changed, not who it is: what it holds cannot be erased.
 * @param input.version of what was read; 0 where nothing was there. @throws NotFoundError, ForbiddenError, StaleError.
 */
export async function recordTerms(
  context: Context,
  awardId: number,
  { version, ...input }: TermsInput,
): Promise<Result<{ awardId: number }>> {
  requirePermission(context, "award.draft");
  const award = await getAward(context, awardId);
  requirePermission(context, "award.draft", writingPartnerships(award.partnerships));
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAward(trx, awardId);
    await context.db.engine.lockAuditHead(trx);
    const closed = await refusalOfClosed(trx, awardId);
    if (closed !== null) return fail({ form: closed });
    const found = await trx
      .selectFrom("award_terms")
      .selectAll()
      .where("award_id", "=", awardId)
      .executeTakeFirst();
    if ((found?.version ?? 0) !== version) throw new StaleError();
    const contact = { contact_name: input.contactName, contact_email: input.contactEmail };
    const after = {
      offered_on: input.offeredOn,
      offer_reference: input.offerReference,
      accepted_on: input.acceptedOn,
      acceptance_reference: input.acceptanceReference,
      decision_url: input.decisionUrl,
      no_transfer: input.noTransfer ? 1 : 0,
      capital_only: input.capitalOnly ? 1 : 0,
      match_basis_points: input.matchBasisPoints,
      variation_weeks: input.variationWeeks,
      version: version + 1,
      saved_at: context.now(),
      saved_by: personId(context),
    };
    const row = { ...after, ...contact };
    if (found) await trx.updateTable("award_terms").set(row).where("award_id", "=", awardId).execute();
    else
      await trx
        .insertInto("award_terms")
        .values({ award_id: awardId, ...row })
        .execute();
    const { contact_name: name = null, contact_email: email = null, ...before } = found ?? {};
    const contactChanged = name !== contact.contact_name || email !== contact.contact_email;
    await recordAudit(trx, context, {
      action: "record terms of award",
      recordType: "award",
      recordId: awardId,
      before: found ? before : undefined,
      after: { ...after, contact_changed: contactChanged },
    });
    return succeed({ awardId });
  });
}
