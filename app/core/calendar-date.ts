/**
 * Days are ISO text (2023-10-25). A date may also be known only to its month (2023-10), its calendar year (2023)
 * or its financial year (FY2023): such a partial date keeps the precision it was stated with.
 */
export type IsoDay = string;
export type PartialDate = string;
export type DatePrecision = "day" | "month" | "year" | "financial-year";

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH = /^(\d{4})-(\d{2})$/;
const YEAR = /^(\d{4})$/;
const FINANCIAL_YEAR = /^FY(\d{4})$/;

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** True for a day that exists in the calendar, between the years 1900 and 2200. */
export function isIsoDay(text: string): boolean {
  const match = DAY.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return (
    year >= 1900 && year <= 2200 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  );
}

/** The precision of a partial date, or null where the text is not one. */
export function precisionOf(date: string): DatePrecision | null {
  if (isIsoDay(date)) return "day";
  if (MONTH.test(date) && isIsoDay(`${date}-01`)) return "month";
  if (YEAR.test(date)) return "year";
  if (FINANCIAL_YEAR.test(date)) return "financial-year";
  return null;
}

/** The last day that a partial date can mean: "2023-10" is 2023-10-31. Money dated so takes effect on that day. */
export function lastDayOf(date: PartialDate): IsoDay {
  const month = MONTH.exec(date);
  if (month) {
    const [year, number] = [Number(month[1]), Number(month[2])];
    return `${date}-${two(daysInMonth(year, number))}`;
  }
  const financialYear = FINANCIAL_YEAR.exec(date);
  if (financialYear) return `${Number(financialYear[1]) + 1}-03-31`;
  return YEAR.test(date) ? `${date}-12-31` : date;
}

/** The first day that a partial date can mean. */
export function firstDayOf(date: PartialDate): IsoDay {
  if (MONTH.test(date)) return `${date}-01`;
  const financialYear = FINANCIAL_YEAR.exec(date);
  if (financialYear) return `${financialYear[1]}-04-01`;
  return YEAR.test(date) ? `${date}-01-01` : date;
}

/** "6 August 2024", "October 2023", "2020", "2019 to 2020". */
export function formatDate(date: PartialDate): string {
  const day = DAY.exec(date);
  if (day) return `${Number(day[3])} ${MONTHS[Number(day[2]) - 1]} ${day[1]}`;
  const month = MONTH.exec(date);
  if (month) return `${MONTHS[Number(month[2]) - 1]} ${month[1]}`;
  const financialYear = FINANCIAL_YEAR.exec(date);
  if (financialYear) return `${financialYear[1]} to ${Number(financialYear[1]) + 1}`;
  return date;
}

/**
 * Reads the three inputs of a date question. The day may be left out where a month is precise enough.
 * @returns a partial date, null where all three are empty, or a message.
 */
export function parseDateParts(
  parts: { day: string; month: string; year: string },
  options: { dayRequired: boolean },
): { ok: true; date: PartialDate | null } | { ok: false; message: string } {
  const day = parts.day.trim();
  const month = monthNumber(parts.month.trim());
  const year = parts.year.trim();
  if (day === "" && parts.month.trim() === "" && year === "") return { ok: true, date: null };
  if (!/^\d{4}$/.test(year)) return { ok: false, message: "must include a year of 4 digits, like 2024" };
  if (month === null) return { ok: false, message: "must include a month, like 8 or August" };
  if (day === "") {
    return options.dayRequired
      ? { ok: false, message: "must include a day" }
      : validOr(`${year}-${two(month)}`, "must be a real date");
  }
  if (!/^\d{1,2}$/.test(day)) return { ok: false, message: "must be a real date" };
  return validOr(`${year}-${two(month)}-${two(Number(day))}`, "must be a real date");
}

function validOr(date: string, message: string): { ok: true; date: string } | { ok: false; message: string } {
  return precisionOf(date) === null ? { ok: false, message } : { ok: true, date };
}

function monthNumber(typed: string): number | null {
  if (/^\d{1,2}$/.test(typed)) {
    const number = Number(typed);
    return number >= 1 && number <= 12 ? number : null;
  }
  const name = typed.toLowerCase();
  const index = MONTHS.findIndex((month) => name.length >= 3 && month.toLowerCase().startsWith(name));
  return index === -1 ? null : index + 1;
}

/** The day `days` later (or earlier, where negative). */
export function addDays(day: IsoDay, days: number): IsoDay {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative where `to` is earlier. */
export function daysBetween(from: IsoDay, to: IsoDay): number {
  return Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000);
}

const ukParts = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

function ukFields(instant: string): Record<string, string> {
  return Object.fromEntries(ukParts.formatToParts(new Date(instant)).map((part) => [part.type, part.value]));
}

/** The day in the UK at an instant (ISO, UTC). */
export function ukDayOf(instant: string): IsoDay {
  const hour = UTC_HOUR.exec(instant)?.[1];
  if (hour !== undefined && hour === lastHour.hour) return lastHour.day;
  const { year, month, day } = ukFields(instant);
  const found = `${year}-${month}-${day}`;
  if (hour !== undefined) lastHour = { hour, day: found };
  return found;
}

/** The day is the same throughout an hour; every request asks for that of now. */
const UTC_HOUR = /^(\d{4}-\d{2}-\d{2}T\d{2}):.*Z$/;
let lastHour = { hour: "", day: "" };

/** The first instant (ISO, UTC) after a day has ended in the UK, summer time included. */
export function endOfUkDay(day: IsoDay): string {
  const next = addDays(day, 1);
  const midnightUtc = `${next}T00:00:00.000Z`;
  const anHourEarlier = new Date(Date.parse(midnightUtc) - 3_600_000).toISOString();
  return ukDayOf(anHourEarlier) === next ? anHourEarlier : midnightUtc;
}

/** "4 June 2026 at 9:32am", UK time, from an instant (ISO, UTC). */
export function formatInstant(instant: string): string {
  const { hour, minute } = ukFields(instant);
  return `${formatDate(ukDayOf(instant))} at ${formatClock(`${hour}:${minute}`)}`;
}

/** "31 August 2023 at 5pm" from UK local time as it is kept for closing times: 2023-08-31T17:00. */
export function formatLocalTime(local: string): string {
  const [day = "", clock] = local.split("T");
  return clock ? `${formatDate(day)} at ${formatClock(clock)}` : formatDate(day);
}

function formatClock(clock: string): string {
  const [hour = 0, minute = 0] = clock.split(":").map(Number);
  if (hour === 0 && minute === 0) return "midnight";
  if (hour === 12 && minute === 0) return "midday";
  const shown = hour % 12 === 0 ? 12 : hour % 12;
  return `${shown}${minute === 0 ? "" : `:${two(minute)}`}${hour < 12 ? "am" : "pm"}`;
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
