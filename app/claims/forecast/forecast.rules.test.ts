import { expect, it } from "vitest";
import type { YearMoney } from "../spend/spend.rules.ts";
import { expectedByYear, type Forecast } from "./forecast.rules.ts";

const year = (financialYear: number | null, spentPence: number | null): YearMoney => ({
  financialYear,
  awardedPence: 1_000,
  claimedPence: 0,
  spentPence,
  underspentPence: null,
});
const forecast = (financialYear: number, committedPence: number, forecastPence: number): Forecast => ({
  financialYear,
  committedPence,
  forecastPence,
  note: null,
  version: 1,
});

it.each([
  ["a year that goes on", year(2026, 400), [forecast(2026, 300, 100)], 200],
  ["one that nothing was spent of", year(2026, null), [forecast(2026, 300, 100)], 600],
  ["one that will be overspent", year(2026, 900), [forecast(2026, 200, 0)], -100],
  ["one of which nobody said anything", year(2026, 400), [], null],
  ["one that is over", year(2025, 400), [forecast(2025, 500, 0)], 600],
  ["one that is over without any spend recorded", year(2025, null), [], null],
])(
  "the underspend of %s is what is awarded less all that is spent and to come",
  (_what, money, forecasts, expected) => {
    const [found] = expectedByYear([money], forecasts, "2026-11-21");
    expect(found?.expectedUnderspendPence).toBe(expected);
  },
);

it("money that is not yet apportioned to a year has no forecast", () => {
  expect(expectedByYear([year(null, null)], [], "2026-11-21")).toEqual([]);
});
