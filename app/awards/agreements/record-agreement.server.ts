import { recordAudit } from "#app/audit/index.server.ts";
import { firstDayOf } from "#app/core/calendar-date.ts";
import { parseFinancialYear } from "#app/core/financial-year.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, personId, requirePermission } from "#app/platform/context.server.ts";
import { StaleError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import { writingPartnerships } from "../award.ts";
import { getAward } from "../awards.queries.server.ts";
import { awardBeganOn } from "../began.queries.server.ts";
import { refusalOfClosed } from "../closure/closed.queries.server.ts";
import { questionOfSigning } from "./agreement.rules.ts";
import type { AgreementInput } from "./agreement.schema.ts";

/**
 * Records the agreement for a year of an award, or for all years, in place of what stood there.
 * @param input.version of what was read; 0 for a new one. @throws NotFoundError, ForbiddenError, StaleError.
 */
export async function recordAgreement(
  context: Context,
  awardId: number,
  { version, year, ...input }: AgreementInput,
): Promise<Result<{ awardId: number }>> {
  requirePermission(context, "award.draft");
  const award = await getAward(context, awardId);
  requirePermission(context, "award.draft", writingPartnerships(award.partnerships));
  if (input.signedOn !== null && firstDayOf(input.signedOn) > context.today) {
    return fail({ signedOn: "The date of signing must not be in the future" });
  }
  const financial_year = year === "all" ? null : parseFinancialYear(year);
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAward(trx, awardId);
    await context.db.engine.lockAuditHead(trx);
    const closed = await refusalOfClosed(trx, awardId);
    if (closed !== null) return fail({ form: closed });
    const question = questionOfSigning(input, await awardBeganOn(trx, awardId));
    if (question !== null) return fail({ signedOn: question });
    const before = await trx
      .selectFrom("award_agreement")
      .selectAll()
      .where("award_id", "=", awardId)
      .where("financial_year", "is not distinct from", financial_year)
      .executeTakeFirst();
    if ((before?.version ?? 0) !== version) throw new StaleError();
    const after = {
      reference: input.reference,
      signed_on: input.signedOn,
      note: input.note,
      version: version + 1,
      saved_at: context.now(),
      saved_by: personId(context),
    };
    if (before) await trx.updateTable("award_agreement").set(after).where("id", "=", before.id).execute();
    else {
      await trx
        .insertInto("award_agreement")
        .values({ award_id: awardId, financial_year, ...after })
        .execute();
    }
    await recordAudit(trx, context, {
      action: "record agreement",
      recordType: "award",
      recordId: awardId,
      before,
      after: { financial_year, ...after },
    });
    return succeed({ awardId });
  });
}
