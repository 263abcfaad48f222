import { addDays } from "#app/core/calendar-date.ts";
import type { Batch } from "./batch.ts";
import { LAST_DAY } from "./calendar.ts";

/**
 * Up to two half-years that an award reports on and up to two conditions, nearly all of them settled long ago; a few awards
 * are on hold, or were.
 * @returns true where nothing of it is open and it is not on hold.
 */
export function makeDuties(
  { rows }: Batch,
  awardId: number,
  award: { at: string; effectiveOn: string },
): boolean {
  let isSettled = true;
  const kept = { award_id: awardId, version: 1, saved_at: award.at };
  for (let half = 0; half < awardId % 3; half += 1) {
    const periodTo = addDays(award.effectiveOn, 182 * (half + 1));
    const late = awardId % 50 === half || addDays(periodTo, 20) > LAST_DAY;
    if (late) isSettled = false;
    rows.award_return.push({
      ...kept,
      period_from: addDays(periodTo, -181),
      period_to: periodTo,
      due_on: addDays(periodTo, 31),
      submitted_on: late ? null : addDays(periodTo, 20),
      figures_json: late ? null : FIGURES,
    });
  }
  for (let number = 1; number <= (awardId >> 1) % 3; number += 1) {
    const dueOn = addDays(award.effectiveOn, 60 * number);
    const late = awardId % 40 === number || dueOn > LAST_DAY;
    if (late) isSettled = false;
    rows.award_condition.push({
      ...kept,
      text: `Condition ${number} of the award letter`,
      due_on: dueOn,
      met_on: late ? null : dueOn,
      evidence: late ? null : "In the file of the award",
    });
  }
  // One in so many was on hold for three months; of those one in five still is.
  if (awardId % 40 === 7) {
    const heldFrom = award.effectiveOn;
    const later = addDays(heldFrom, 91);
    const liftedOn = later > LAST_DAY || awardId % 200 === 7 ? null : later;
    rows.award_hold.push({
      award_id: awardId,
      held_from: heldFrom,
      reason: "The funder reviews the scheme",
      recorded_at: award.at,
      lifted_on: liftedOn,
      lifted_because: liftedOn && "The review is over",
      lifted_at: liftedOn && award.at,
    });
    if (liftedOn === null) isSettled = false;
  }
  return isSettled;
}

const FIGURES = JSON.stringify({
  awardedPence: null,
  claimedPence: 0,
  receivedPence: 0,
  passedOnPence: 0,
  readings: [],
});
