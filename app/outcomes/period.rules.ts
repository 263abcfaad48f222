import {
  addDays,
  daysBetween,
  firstDayOf,
  isIsoDay,
  lastDayOf,
  type PartialDate,
} from "#app/core/calendar-date.ts";
import { parseFinancialYear } from "#app/core/financial-year.ts";

/** Longest period that a reading may cover, in months (the database keeps 1 to 600). */
const LONGEST = 600;

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"] as const;
const NUMBERS = [
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];

const MONTH =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const DATE = `(?:(\\d{1,2})(?:st|nd|rd|th)?\\s+)?${MONTH}(?:\\s+(\\d{4}))?`;
const STATED_MONTHS = new RegExp(
  `^(?:(?:the|first|last|previous|a)\\s+)*(\\d{1,3}|${NUMBERS.join("|")})[\\s-]months?\\b`,
);
const YEAR_TO = /^(?:the\s+)?(?:(?:financial|calendar)\s+)?year\s+(?:to|ending|ended)\s+\S/;
const QUARTER_TO = /^(?:the\s+)?quarter\s+(?:to|ending|ended)\s+\S/;
const HALF_YEAR = /^(?:(?:the|a|first|second|last)\s+)*half[\s-]?year\b/;
const QUARTERS = /\bq([1-4])(?:\s*(?:-|to)\s*q([1-4]))?\b/;
const RANGE = new RegExp(`^(?:from\\s+)?${DATE}\\s*(?:-|to|until)\\s*${DATE}$`);
const ONE_MONTH = new RegExp(`^${MONTH}\\s+\\d{4}$`);

/**
 * The length of a period in whole months, from the words that state it.
 * What the words give as a number of months counts before the months that they name ("6 months June-December 2020" is 6).
 * @returns null where the words do not settle it: a season, "since June", "previous year", a bare "2020" (which may be
 *   the year so far), a point in time, or an average of others.
 */
export function monthsOfPeriod(stated: string): number | null {
  return measuredMonths(stated) ?? namedMonths(plain(stated));
}

/**
 * The same where the words measure the period: "6 months to September", "half-year", "year to March 2026", "April - June
 * 2025". A name ("2025/26", "Q1 2025/26", "May 2025") does not: so much of it as has gone by may be what was counted.
 */
export function measuredMonths(stated: string): number | null {
  const text = plain(stated);
  if (statedMonths(text) !== null) return statedMonths(text);
  if (YEAR_TO.test(text)) return 12;
  if (HALF_YEAR.test(text)) return 6;
  if (QUARTER_TO.test(text)) return 3;
  return monthsOfRange(text);
}

function namedMonths(text: string): number | null {
  const quarters = QUARTERS.exec(text);
  if (quarters) return within(3 * (Number(quarters[2] ?? quarters[1]) - Number(quarters[1]) + 1));
  if (isTwoYearName(text)) return 12;
  return ONE_MONTH.test(text) ? 1 : null;
}

/**
 * Whole months from the first day of `from` to the last day of `to`; both may be known only to the month.
 * @returns null where the days do not make whole months.
 */
export function monthsBetween(from: PartialDate, to: PartialDate): number | null {
  const start = firstDayOf(from);
  const end = addDays(lastDayOf(to), 1);
  if (start.slice(8) !== end.slice(8)) return null;
  return within(12 * (yearOf(end) - yearOf(start)) + monthOf(end) - monthOf(start));
}

/** Days from the first to the last, both counted; null where one of the two dates is not known. */
export function daysOfPeriod({ periodFrom: from, periodTo: to }: Dates): number | null {
  return from && to ? daysBetween(firstDayOf(from), addDays(lastDayOf(to), 1)) : null;
}

type Dates = { periodFrom: PartialDate | null; periodTo: PartialDate | null };

type Length = { months: number | null; days?: number | null };

/** A year in the parts in which lengths are held against each other: of 365 days, or of 12 months. */
export const YEAR = 12n * 365n;

/** The length of a period in parts of `YEAR`; null where it is not known. */
export function lengthOf({ months, days }: Length): bigint | null {
  if (months !== null) return BigInt(months) * 365n;
  return days ? BigInt(days) * 12n : null;
}

/** "6 months", "46 days"; null where it is not known. */
export function lengthText({ months, days }: Length): string | null {
  if (months !== null) return months === 1 ? "1 month" : `${months} months`;
  return days ? `${days} ${days === 1 ? "day" : "days"}` : null;
}

/** The length to keep with a reading: stated in months, else from its two dates, else from the words. */
export function monthsOfReading(reading: {
  period: string | null;
  periodFrom: PartialDate | null;
  periodTo: PartialDate | null;
}): number | null {
  const text = reading.period ?? "";
  const { periodFrom: from, periodTo: to } = reading;
  return statedMonths(plain(text)) ?? (from && to ? monthsBetween(from, to) : monthsOfPeriod(text));
}

function statedMonths(text: string): number | null {
  const match = STATED_MONTHS.exec(text)?.[1];
  if (match === undefined) return null;
  const word = NUMBERS.indexOf(match);
  return within(word === -1 ? Number(match) : word + 1);
}

/** "2018/19", "2018 to 2019", "financial year 2018-19"; a bare "2018" is not such a name. */
function isTwoYearName(text: string): boolean {
  const name = text.replace(/^(?:the\s+)?(?:financial year|fy)\s+/, "");
  return !/^\d{4}$/.test(name) && parseFinancialYear(name) !== null;
}

function monthsOfRange(text: string): number | null {
  const match = RANGE.exec(text);
  if (!match) return null;
  const [, fromDay, fromMonth = "", fromYear, toDay, toMonth = "", toYear] = match;
  if (!toYear || Boolean(fromDay) !== Boolean(toDay)) return null;
  const from = dateOf(fromYear ?? toYear, fromMonth, fromDay);
  const to = dateOf(toYear, toMonth, toDay);
  return from && to ? monthsBetween(from, to) : null;
}

function dateOf(year: string, month: string, day: string | undefined): PartialDate | null {
  const number = MONTHS.findIndex((name) => month.startsWith(name)) + 1;
  const date = `${year}-${two(number)}`;
  if (day === undefined) return date;
  return isIsoDay(`${date}-${two(Number(day))}`) ? `${date}-${two(Number(day))}` : null;
}

/** Lower case, one kind of dash, no remark in brackets at the end, single spaces. */
export function plain(stated: string): string {
  const dashes = stated.toLowerCase().replace(/[‐‑‒–—−]/g, "-");
  return dashes
    .replace(/\([^)]*\)\s*$/, "")
    .replace(/\s+/g, " ")
    .trim();
}

function within(months: number): number | null {
  return months >= 1 && months <= LONGEST ? months : null;
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

function monthOf(day: string): number {
  return Number(day.slice(5, 7));
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
