import { recordAudit } from "#app/audit/index.server.ts";
import { getAward, refusalOfClosed } from "#app/awards/index.server.ts";
import { writingPartnerships } from "#app/awards/index.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, personId, requirePermission } from "#app/platform/context.server.ts";
import { StaleError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import type { NewForecast } from "./forecast.schema.ts";
import { listForecasts } from "./forecasts.queries.server.ts";

/** Says what is still to be spent of a year of an award. @throws NotFoundError, ForbiddenError, StaleError. */
export async function saveForecast(
  context: Context,
  awardId: number,
  { version, year, committedPence, forecastPence, note }: NewForecast,
): Promise<Result<{ financialYear: number }>> {
  const award = await getAward(context, awardId);
  requirePermission(context, "claim.write", writingPartnerships(award.partnerships));
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAward(trx, awardId);
    const closed = await refusalOfClosed(trx, awardId);
    if (closed !== null) return fail({ form: closed });
    const before = (await listForecasts(trx, awardId)).find(({ financialYear }) => financialYear === year);
    if ((before?.version ?? 0) !== version) throw new StaleError();
    const row = {
      committed_pence: committedPence,
      forecast_pence: forecastPence,
      note,
      version: version + 1,
      saved_at: context.now(),
      saved_by: personId(context),
    };
    const key = { award_id: awardId, financial_year: year };
    await trx
      .insertInto("spend_forecast")
      .values({ ...key, ...row })
      .onConflict((same) => same.columns(["award_id", "financial_year"]).doUpdateSet(row))
      .execute();
    await recordAudit(trx, context, {
      action: "forecast spend of award",
      recordType: "award",
      recordId: awardId,
      before,
      after: { financial_year: year, committed_pence: committedPence, forecast_pence: forecastPence, note },
    });
    return succeed({ financialYear: year });
  });
}
