import { firstDayOf, formatDate, lastDayOf, type PartialDate } from "#app/core/calendar-date.ts";
import { endOfPeriod } from "#app/core/period-end.ts";
import { daysOfPeriod, measuredMonths, monthsOfPeriod, plain } from "./period.rules.ts";

export type Period = { period: string | null; periodFrom: PartialDate | null; periodTo: PartialDate | null };

const DAYS_OF_A_MONTH = 365.25 / 12;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const ENDS_IN =
  /(?:\b(?:to|until|ending|ended)|-)\s*(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:\s+(\d{4}))?$/;
const ENDS_ON_A_DAY = /\b\d{1,2}(?:st|nd|rd|th)?\s+[a-z]+\s+\d{4}$/;
const YEARS = /\b((?:19|20)\d{2})(?:(\s*[/-]\s*)\d{2}\b(?!\d))?/g;
/** "2018 to 2019" may be one financial year, or two calendar years. */
const MAY_BE_TWO_YEARS = /\d{4}\s*(?:-|to)\s*\d{4}/;

/**
 * How the words of a period contradict its dates, in a sentence that says both; null where they do not, or where one of
 * the two does not settle it. Dates of a part of "2026/27" do not: so much of the year was counted.
 */
export function contradictionOf(reading: Period): string | null {
  if (reading.period === null || (reading.periodFrom === null && reading.periodTo === null)) return null;
  const text = plain(reading.period);
  const found = otherLength(text, reading) ?? otherEnd(text, reading) ?? outside(text, reading);
  const said = found ?? otherYears(text, reading);
  return said && `${said}: put right which of the two is wrong`;
}

function otherLength(text: string, reading: Period): string | null {
  const [months, days] = [measuredMonths(text), daysOfPeriod(reading)];
  if (months === null || days === null) return null;
  const dated = Math.round(days / DAYS_OF_A_MONTH);
  if (dated === months) return null;
  return `The words say ${monthsText(months)}, the dates are ${dated === 0 ? `${days} days` : monthsText(dated)}`;
}

function monthsText(months: number): string {
  return months === 1 ? "1 month" : `${months} months`;
}

/** "Half-year to September" beside dates that end in March. */
function otherEnd(text: string, { periodTo }: Period): string | null {
  const said = ENDS_IN.exec(text);
  if (!said || periodTo === null) return null;
  const [, name = "", year] = said;
  const [endYear, month] = lastDayOf(periodTo).split("-");
  if (MONTHS.indexOf(name) + 1 === Number(month) && (year === undefined || year === endYear)) return null;
  return `The words say another end of the period than ${formatDate(periodTo)}`;
}

/** Dates that lie, wholly or in part, outside what the words name: a financial year, a quarter, a month. */
function outside(text: string, reading: Period): string | null {
  if (measuredMonths(text) !== null || MAY_BE_TWO_YEARS.test(text)) return null;
  const named = spanOfWords(text);
  if (named === null) return null;
  const [from, to] = [reading.periodFrom ?? reading.periodTo, reading.periodTo ?? reading.periodFrom];
  if (from && firstDayOf(from) >= named.from && to && lastDayOf(to) <= named.to) return null;
  const meant = `${formatDate(named.from)} to ${formatDate(named.to)}`;
  return `“${reading.period}” is ${meant}, and the dates lie outside it`;
}

function otherYears(text: string, { periodFrom, periodTo }: Period): string | null {
  if (/^(since|before|after)\b/.test(text)) return null;
  const named = [...text.matchAll(YEARS)].flatMap(([, year, second]) =>
    second === undefined ? [Number(year)] : [Number(year), Number(year) + 1],
  );
  if (named.length === 0) return null;
  const from = periodFrom === null ? null : Number(firstDayOf(periodFrom).slice(0, 4));
  const to = periodTo === null ? null : Number(lastDayOf(periodTo).slice(0, 4));
  const isLater = (from ?? (to ?? 0) - 1) > Math.max(...named);
  const isEarlier = to !== null && to < Math.min(...named);
  return isLater || isEarlier ? "The words name another year than the dates" : null;
}

/** First and last day of what words alone name, or measure up to the end of a month; null where they do not settle it. */
function spanOfWords(text: string): { from: string; to: string } | null {
  const [months, to] = [monthsOfPeriod(text), endOfPeriod(text)];
  if (months === null || to === null || ENDS_ON_A_DAY.test(text)) return null;
  if (measuredMonths(text) !== null && !ENDS_IN.test(text)) return null;
  const before = Number(to.slice(0, 4)) * 12 + Number(to.slice(5, 7)) - months;
  const month = String((before % 12) + 1).padStart(2, "0");
  return { from: `${Math.floor(before / 12)}-${month}-01`, to };
}

/** True where two readings are of exactly the same period: by their first and last days, or stated in the same way. */
export function isSamePeriod(one: Period, other: Period): boolean {
  const [first, second] = [spanOf(one), spanOf(other)];
  if (first !== null && second !== null) return first.from === second.from && first.to === second.to;
  const sameDates = one.periodFrom === other.periodFrom && one.periodTo === other.periodTo;
  return sameDates && plain(one.period ?? "") === plain(other.period ?? "");
}

function spanOf({ period, periodFrom: from, periodTo: to }: Period): { from: string; to: string } | null {
  if (from && to) return { from: firstDayOf(from), to: lastDayOf(to) };
  return from || to ? null : spanOfWords(plain(period ?? ""));
}
