import type { VersionInput } from "#app/awards/index.server.ts";
import { dueAfter } from "#app/awards/index.ts";
import type { IsoDay } from "#app/core/calendar-date.ts";
import { financialYearOf } from "#app/core/financial-year.ts";
import { sumPence } from "#app/core/money.ts";
import type { Batch } from "./batch.ts";
import { LAST_DAY } from "./calendar.ts";

/** A period of an award for which a claim was made, or is due. */
export type ClaimPeriod = { from: IsoDay; to: IsoDay; claimId: number | null };

/** Makes up the schedule by which a funder asks for the claims of an award: of every second award it is recorded. */
export function makeSchedule(
  { rows }: Batch,
  awardId: number,
  at: string,
  periods: readonly ClaimPeriod[],
): void {
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last || awardId % 2 === 1) return;
  rows.claim_schedule.push({
    award_id: awardId,
    rhythm: "quarterly",
    payment: "arrears",
    period_from: first.from,
    period_to: last.to,
    version: 1,
    saved_at: at,
  });
  for (const { from, to, claimId } of periods) {
    rows.claim_due.push({
      award_id: awardId,
      period_from: from,
      period_to: to,
      due_on: dueAfter(to, null),
      claim_id: claimId,
    });
  }
}

/** Makes up what is still to be spent of the year in which the register ends, of every second award with money in it. */
export function makeForecast({ rows }: Batch, { awardId, lines }: VersionInput, at: string): void {
  const year = financialYearOf(LAST_DAY);
  const given = sumPence(lines.map((line) => (line.financialYear === year ? (line.amountPence ?? 0) : 0)));
  if (given === 0 || awardId % 2 === 0) return;
  rows.spend_forecast.push({
    award_id: awardId,
    financial_year: year,
    committed_pence: Math.floor(given / 10),
    forecast_pence: Math.floor(given / 2),
    version: 1,
    saved_at: at,
  });
}
