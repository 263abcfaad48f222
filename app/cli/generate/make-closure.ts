import type { IsoDay } from "#app/core/calendar-date.ts";
import { financialYearOf } from "#app/core/financial-year.ts";
import type { Batch } from "./batch.ts";
import { dayNear, LAST_DAY } from "./calendar.ts";
import { isExtended } from "./make-agreements.ts";
import { hasOnwardGrants } from "./make-onward.ts";

/** Of one award in so many the claims are told step by step and the spend is recorded: it can be closed. */
const TOLD_WHOLE = 3;
/** Of one award in so many that are closed some money was not spent, and went back. */
const UNDERSPENT = 15;
/** Evidence is kept to the end of the year of closing and six more. */
const KEPT_YEARS = 7;

/** True of an award of which each step of its claims and what was spent is recorded. */
export function isToldWhole(awardId: number): boolean {
  return awardId % TOLD_WHOLE === 0;
}

/**
 * The day on which an award was closed: some months after the last year of its money. Null where it is not old enough, or
 * something of it is not settled.
 */
export function closingDay(awardId: number, lastYear: number): IsoDay | null {
  if (!isToldWhole(awardId) || isExtended(awardId) || hasOnwardGrants(awardId)) return null;
  const day = dayNear(`${lastYear + 1}-03-31`, 150 + (awardId % 60));
  return day > LAST_DAY ? null : day;
}

/** What of a claim on an award that is to be closed was spent: of the last one sometimes not all. Pence. */
export function spentOf(awardId: number, pence: number, isLast: boolean): number {
  return isLast && awardId % UNDERSPENT === 0 ? Math.ceil(pence * 0.9) : pence;
}

/** Closes an award; what came and was not spent went back before. Pence. */
export function closeAward({ rows }: Batch, awardId: number, closedOn: IsoDay, unspentPence: number): void {
  const at = `${closedOn}T15:00:00.000Z`;
  if (unspentPence > 0) {
    const repaidOn = dayNear(closedOn, -14);
    rows.repayment.push({
      award_id: awardId,
      repaid_on: repaidOn,
      amount_pence: unspentPence,
      reference: `REP-${awardId}`,
      recorded_at: `${repaidOn}T12:00:00.000Z`,
    });
  }
  const closure = {
    closed_on: closedOn,
    evaluation: "The report of the evaluation is in the file of the award",
    evidence_until: `${financialYearOf(closedOn) + KEPT_YEARS}-03-31`,
  };
  rows.award_closure.push({ award_id: awardId, ...closure, closed_at: at });
}
