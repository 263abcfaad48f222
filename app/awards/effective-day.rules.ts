import { type IsoDay, lastDayOf, type PartialDate, precisionOf } from "#app/core/calendar-date.ts";

export type EffectiveBasis = "day" | "month" | "year" | "financial-year" | "document" | "recorded";

/**
 * The day on which a decision takes effect, and where that day comes from.
 * A date that is not known to the day counts from the last day it can mean: October 2023 from 31 October.
 * No date at all: from the day of the document that states it, else from the day on which it is recorded.
 */
export function effectiveDay(
  decidedOn: PartialDate | null,
  documentDay: IsoDay | null,
  today: IsoDay,
): { effectiveOn: IsoDay; effectiveBasis: EffectiveBasis } {
  if (decidedOn !== null) {
    return { effectiveOn: lastDayOf(decidedOn), effectiveBasis: precisionOf(decidedOn) ?? "day" };
  }
  if (documentDay !== null) return { effectiveOn: lastDayOf(documentDay), effectiveBasis: "document" };
  return { effectiveOn: today, effectiveBasis: "recorded" };
}

/** Words to stand beside a day that was not stated as such; null where it was. */
export function explainEffectiveDay(basis: EffectiveBasis): string | null {
  const words: Record<EffectiveBasis, string | null> = {
    day: null,
    month: "the decision is dated to the month: counted from its last day",
    year: "the decision is dated to the year: counted from its last day",
    "financial-year": "the decision is dated to the financial year: counted from its last day",
    document: "the decision is not dated: counted from the day of the document that states it",
    recorded: "the decision is not dated: counted from the day on which it was recorded",
  };
  return words[basis];
}
