import { firstDayOf, lastDayOf } from "#app/core/calendar-date.ts";
import type { FieldErrors } from "#app/core/result.ts";
import type { PastBidAnswers } from "./past-bid.schema.ts";

/** Why the answers about a past bid cannot be right, by field; empty where they can. */
export function problemsWithPastBid(answers: PastBidAnswers, today: string): FieldErrors {
  const { partnershipIds, leadId, submittedOn, decidedOn, roundId, fundId, funderId, status } = answers;
  const errors: FieldErrors = {};
  if (leadId !== null && !partnershipIds.includes(leadId)) {
    errors.leadId = "The lead must be one of the partnerships whose bid it was";
  }
  if (roundId !== null && (fundId !== null || funderId !== null)) {
    errors.roundId = "A round brings its fund and its funder: leave those empty, or the round";
  }
  if (submittedOn !== null && firstDayOf(submittedOn) > today) {
    errors.submittedOn = "The date it was submitted must be today or in the past";
  }
  if (decidedOn !== null && firstDayOf(decidedOn) > today) {
    errors.decidedOn = "The date of the decision must be today or in the past";
  } else if (decidedOn !== null && (status === "submitted" || status === "withdrawn")) {
    errors.decidedOn = "Leave the date empty: there was no decision";
  } else if (decidedOn !== null && submittedOn !== null && lastDayOf(decidedOn) < firstDayOf(submittedOn)) {
    errors.decidedOn = "The date of the decision must not be before the bid was submitted";
  }
  return errors;
}
