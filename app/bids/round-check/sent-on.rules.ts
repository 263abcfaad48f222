import { addDays, firstDayOf, formatDate, lastDayOf, type PartialDate } from "#app/core/calendar-date.ts";

/** A bid that was sent more than so many days before what is known of its time was hardly sent then. */
const LONG_BEFORE_DAYS = 365;

type Known = {
  /** Of the round; dates of which only the month or the year is known are compared as far as they go. */
  opensOn: PartialDate | null;
  /** The closing, which may have a time. */
  closesAt: string | null;
  /** The day on which the bid was begun in the register. */
  begunOn: PartialDate;
};

/** Why a bid that was begun in the register cannot have been sent on a day that has gone by; null where it can. */
export function refusalOfSentOn(sentOn: PartialDate, { opensOn, closesAt, begunOn }: Known): string | null {
  const day = lastDayOf(sentOn);
  if (opensOn !== null) {
    return day < firstDayOf(opensOn)
      ? `The date must not be before the round opened, ${formatDate(opensOn)}`
      : null;
  }
  const closing = closesAt?.split("T")[0] ?? null;
  const known = closing !== null && firstDayOf(closing) < begunOn ? closing : begunOn;
  if (day >= addDays(firstDayOf(known), -LONG_BEFORE_DAYS)) return null;
  const since = known === begunOn ? "this bid was begun here" : "the round closed";
  return `This is more than a year before ${since}, ${formatDate(known)}: check the date. A bid that was sent long ago is recorded as one already made`;
}
