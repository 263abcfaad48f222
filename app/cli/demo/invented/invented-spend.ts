import { correctSpend, recordSpend, saveForecast } from "#app/claims/index.server.ts";
import { addDays } from "#app/core/calendar-date.ts";
import { daysOfFinancialYear } from "#app/core/financial-year.ts";
import type { StaffContexts } from "../fill-people.ts";
import { done } from "../filled.ts";

type Award = { awardId: number; financialYear: number; projectId: number; decidedOn: string };

/** What was spent of an award in mid-delivery, in two periods of its first year; one amount was wrong and is corrected. */
export async function inventSpend({ officer, finance }: StaffContexts, award: Award): Promise<void> {
  const { awardId, projectId, financialYear, decidedOn } = award;
  const year = daysOfFinancialYear(financialYear);
  const spend = async (periodFrom: string, periodTo: string, revenuePence: number, capitalPence: number) => {
    const line = (stream: "revenue" | "capital", amountPence: number) => ({ stream, projectId, amountPence });
    const made = await recordSpend(officer, awardId, {
      periodFrom,
      periodTo: periodTo < year.to ? periodTo : year.to,
      lines: [line("revenue", revenuePence), ...(capitalPence > 0 ? [line("capital", capitalPence)] : [])],
      evidence: "Ledger report of the accountable body, cost centre 4410",
      reason: "The report came after the return",
    });
    return done(made).ids;
  };
  const firstEnd = addDays(decidedOn, 89);
  const [spendId] = await spend(decidedOn, firstEnd, 5_820_00, 2_150_00);
  if (addDays(firstEnd, 1) < year.to) await spend(addDays(firstEnd, 1), addDays(decidedOn, 150), 6_125_50, 0);
  const wrong = {
    version: 1,
    amountPence: 5_250_00,
    reason: "An invoice of the county’s own patrols was booked here",
    evidence: "Journal 7731",
  };
  if (spendId !== undefined) done(await correctSpend(finance, { awardId, spendId }, wrong));
  done(
    await saveForecast(officer, awardId, {
      version: 0,
      year: financialYear,
      committedPence: 9_400_00,
      forecastPence: 6_300_00,
      note: "The radios are ordered and come in the new year",
    }),
  );
}
