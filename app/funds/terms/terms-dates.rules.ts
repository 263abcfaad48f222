import { formatDate, type PartialDate } from "#app/core/calendar-date.ts";
import { endsBeforeItStarts } from "#app/partnerships/index.ts";

/** A round's own dates. Null is "not recorded" and sets no limit. */
type RoundDates = {
  opensOn: PartialDate | null;
  /** UK local time, or a partial date. */
  closesAt: string | null;
  decisionExpected: PartialDate | null;
};

type TermDates = {
  expressionOfInterestBy: PartialDate | null;
  clarificationFrom: PartialDate | null;
  clarificationTo: PartialDate | null;
};

/**
 * What of the terms' dates cannot be by the round's own, by field. An expression of interest comes before the bid; the
 * funder asks about bids from when there may be some until it decides.
 */
export function datesOutsideRound(
  terms: TermDates,
  round: RoundDates,
): Partial<Record<keyof TermDates, string>> {
  const closesOn = round.closesAt === null ? null : dayOf(round.closesAt);
  const errors: Partial<Record<keyof TermDates, string>> = {};
  if (closesOn !== null && endsBeforeItStarts(terms.expressionOfInterestBy, closesOn)) {
    errors.expressionOfInterestBy = `Expression of interest must be due by the time the round closes, ${formatDate(closesOn)}`;
  }
  if (round.opensOn !== null && endsBeforeItStarts(round.opensOn, terms.clarificationFrom)) {
    errors.clarificationFrom = `Clarification must not start before the round opens, ${formatDate(round.opensOn)}`;
  }
  if (round.opensOn !== null && endsBeforeItStarts(round.opensOn, terms.clarificationTo)) {
    errors.clarificationTo = `Clarification must not end before the round opens, ${formatDate(round.opensOn)}`;
  }
  if (
    round.decisionExpected !== null &&
    endsBeforeItStarts(terms.clarificationFrom, round.decisionExpected)
  ) {
    errors.clarificationFrom = `Clarification must start before the expected decision, ${formatDate(round.decisionExpected)}`;
  }
  return errors;
}

/** The day of a closing, without its time. */
export function dayOf(closesAt: string): PartialDate {
  return closesAt.slice(0, 10);
}
