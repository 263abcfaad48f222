import { addDays, formatDate, type IsoDay, lastDayOf, type PartialDate } from "#app/core/calendar-date.ts";

/** What falls on a date in the year ahead. */
export const EVENTS = ["closes", "decides", "due", "ends"] as const;
export type EventKind = (typeof EVENTS)[number];

export const EVENT_NAMES: Record<EventKind, string> = {
  closes: "Bids to submit",
  decides: "Decisions expected",
  due: "Returns, claims and conditions due",
  ends: "Delivery or a year’s money ends",
};

/** "2026-11". */
export type Month = string;

/** The twelve months that begin with that of a day. */
export function monthsAhead(today: IsoDay): Month[] {
  const months = [today.slice(0, 7)];
  while (months.length < 12) months.push(addDays(lastDayOf(months.at(-1) ?? ""), 1).slice(0, 7));
  return months;
}

/** Dates that fall between two months, both included, by how precisely they are known, as texts that compare. */
export type DateRange = { from: string; before: string; years: string[] };

/**
 * The dates whose last day falls in these months: days and months stand from `from` up to `before`; a date known to its
 * year or financial year alone is one of `years`.
 */
export function rangeOf(first: Month, last: Month): DateRange {
  const before = addDays(lastDayOf(last), 1).slice(0, 7);
  const years = [];
  for (let year = Number(first.slice(0, 4)) - 1; year <= Number(last.slice(0, 4)); year += 1) {
    years.push(...[`${year}`, `FY${year}`].filter((date) => isWithin(date, first, last)));
  }
  return { from: first, before, years };
}

/** True of a date whose last day falls in these months. */
export function isWithin(date: PartialDate, first: Month, last: Month): boolean {
  const month = lastDayOf(date).slice(0, 7);
  return month >= first && month <= last;
}

export type MonthCounts = { month: Month } & Record<EventKind, number>;

/** The counts of each month in their order, none left out; a date counts in the month of its last day. */
export function countsByMonth(
  months: readonly Month[],
  counted: readonly { kind: EventKind; on: PartialDate; count: number }[],
): MonthCounts[] {
  return months.map((month) => {
    const counts = { month, closes: 0, decides: 0, due: 0, ends: 0 };
    for (const { kind, on, count } of counted) {
      if (lastDayOf(on).slice(0, 7) === month) counts[kind] += count;
    }
    return counts;
  });
}

/** What the picture shows, in one sentence: every month in which most falls. */
export function yearFinding(months: readonly MonthCounts[]): string {
  const most = Math.max(0, ...months.map(sumOf));
  if (most === 0) return "Nothing is recorded to fall in the next twelve months";
  const busiest = months.filter((month) => sumOf(month) === most).map(({ month }) => formatDate(month));
  const things = most === 1 ? "1 thing falls" : `${most.toLocaleString("en-GB")} things fall`;
  const each = busiest.length === 1 ? "it" : "each";
  return `Most falls in ${new Intl.ListFormat("en-GB").format(busiest)}: ${things} in ${each}`;
}

export function sumOf(month: MonthCounts): number {
  return EVENTS.reduce((sum, kind) => sum + month[kind], 0);
}
