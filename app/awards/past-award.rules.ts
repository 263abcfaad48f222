import { firstDayOf, lastDayOf } from "#app/core/calendar-date.ts";
import { type FieldErrors, fail, type Result, succeed } from "#app/core/result.ts";
import type { Part } from "./award.ts";
import { awardedAmount } from "./decision.rules.ts";
import type { PastAwardAnswers } from "./past-award.schema.ts";

/** What the page's answers say of the amount and of who takes part, or why they cannot be right. */
export function readPastAward(
  answers: PastAwardAnswers,
  today: string,
): Result<{
  amount: { amountPence: number | null; amountBasis: "exact" | "approximate" | "not_recorded" };
  partnerships: { partnershipId: number; part: Part }[];
}> {
  const { recordedById, partnershipIds, leadId, decidedOn, deliveryFrom, deliveryTo } = answers;
  const errors: FieldErrors = {};
  if (leadId !== null && !partnershipIds.includes(leadId)) {
    errors.leadId = "The lead must be one of the partnerships that share the award";
  }
  if (decidedOn !== null && firstDayOf(decidedOn) > today) {
    errors.decidedOn = "The date of the decision must be today or in the past";
  }
  if (deliveryFrom !== null && deliveryTo !== null && lastDayOf(deliveryTo) < firstDayOf(deliveryFrom)) {
    errors.deliveryTo = "The end of delivery must not be before its start";
  }
  const amount = awardedAmount({ ...answers, outcome: "full" }, null);
  if (!amount.ok) Object.assign(errors, amount.errors);
  if (!amount.ok || Object.keys(errors).length > 0) return fail(errors);
  const partnerships = partnershipIds.map((partnershipId) => ({
    partnershipId,
    part: partnershipId === leadId ? ("lead" as const) : ("partner" as const),
  }));
  const recorder = { partnershipId: recordedById, part: "recorder" as const };
  return succeed({
    amount: amount.value,
    partnerships: partnershipIds.includes(recordedById) ? partnerships : [...partnerships, recorder],
  });
}
