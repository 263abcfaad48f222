import { awardInScope } from "#app/awards/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { Reader, Writer } from "#db/open.server.ts";
import type { Forecast } from "./forecast.rules.ts";

/** What is expected of the years of an award, in their order. Call with an award in scope. */
export function listForecasts(reader: Reader | Writer, awardId: number): Promise<Forecast[]> {
  return reader
    .selectFrom("spend_forecast")
    .select(["financial_year as financialYear", "committed_pence as committedPence"])
    .select(["forecast_pence as forecastPence", "note", "version"])
    .where("award_id", "=", awardId)
    .orderBy("financial_year")
    .execute();
}

/** What is expected of a financial year of these awards, of those in scope, in the order of awards. Pence. */
export async function forecastsOfYear(context: Context, awardIds: readonly number[], financialYear: number) {
  if (awardIds.length === 0) return [];
  return context.db.read
    .selectFrom("spend_forecast")
    .innerJoin("award", "award.id", "spend_forecast.award_id")
    .select(["award.id as awardId", "committed_pence as committedPence", "forecast_pence as forecastPence"])
    .where("award.id", "in", [...awardIds])
    .where("financial_year", "=", financialYear)
    .where(awardInScope(context.scope))
    .orderBy("award.id")
    .execute();
}
