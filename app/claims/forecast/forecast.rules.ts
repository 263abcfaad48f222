import { daysOfFinancialYear } from "#app/core/financial-year.ts";
import type { YearMoney } from "../spend/spend.rules.ts";

/** What the officer expects still to be spent of a year of an award. Pence. */
export type Forecast = {
  financialYear: number;
  /** Ordered or agreed, and not paid yet. */
  committedPence: number;
  /** Expected beside that. */
  forecastPence: number;
  note: string | null;
  version: number;
};

/** What a year of an award comes to if all goes as expected. Pence; null where nobody said what is expected. */
export type ExpectedYear = {
  financialYear: number;
  awardedPence: number;
  spentPence: number | null;
  committedPence: number | null;
  forecastPence: number | null;
  /** Above 0 it is underspent, below 0 overspent. */
  expectedUnderspendPence: number | null;
};

/**
 * Awarded less spent, committed and forecast, for each year of an award with money or spend. Of a year that is over what
 * was expected no longer counts: what was not spent is underspent.
 */
export function expectedByYear(
  years: readonly YearMoney[],
  forecasts: readonly Forecast[],
  today: string,
): ExpectedYear[] {
  return years.flatMap(({ financialYear, awardedPence, spentPence }) => {
    if (financialYear === null) return [];
    const isOver = daysOfFinancialYear(financialYear).to < today;
    const forecast = isOver ? undefined : forecasts.find((one) => one.financialYear === financialYear);
    const toCome = forecast ? forecast.committedPence + forecast.forecastPence : null;
    return [
      {
        financialYear,
        awardedPence,
        spentPence,
        committedPence: forecast?.committedPence ?? null,
        forecastPence: forecast?.forecastPence ?? null,
        expectedUnderspendPence: expected(awardedPence, spentPence, isOver ? 0 : toCome),
      },
    ];
  });
}

/** Where nothing is spent yet a forecast says enough; a year that is over and has no spend recorded says nothing. */
function expected(awarded: number, spent: number | null, toCome: number | null): number | null {
  if (toCome === null || (spent === null && toCome === 0)) return null;
  return awarded - (spent ?? 0) - toCome;
}
