import { BANK_HOLIDAYS, BANK_HOLIDAYS_FROM, BANK_HOLIDAYS_TO } from "./bank-holidays.ts";
import { addDays, daysBetween, formatLocalTime, type IsoDay, precisionOf } from "./calendar-date.ts";

/** From so many days before the end of what is known, people are told that it runs out. */
const WARNED_DAYS = 180;

/** True where the bank holidays are known for less than half a year more. */
export function bankHolidaysRunOut(today: IsoDay): boolean {
  return daysBetween(today, BANK_HOLIDAYS_TO) < WARNED_DAYS;
}

/** True for Monday to Friday, bank holidays of England and Wales left out. */
export function isWorkingDay(day: IsoDay): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !BANK_HOLIDAYS.has(day);
}

/**
 * The working days after `from`, up to and including `to`: from a Friday to the Monday after it, 1.
 * @returns null where the bank holidays of the time between are not all known. `to` is not before `from`.
 */
export function workingDaysTo(from: IsoDay, to: IsoDay): number | null {
  if (from < BANK_HOLIDAYS_FROM || to > BANK_HOLIDAYS_TO) return null;
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) count += 1;
  return count;
}

/** "today", "tomorrow", "in 3 working days", "overdue by 1 working day"; in days where bank holidays are not known. */
export function describeDaysLeft(today: IsoDay, day: IsoDay): string {
  const days = daysBetween(today, day);
  if (days === 0) return "today";
  if (days === 1) return "tomorrow";
  const [from, to] = days < 0 ? [day, today] : [today, day];
  const workingDays = workingDaysTo(from, to);
  const length = workingDays ? counted(workingDays, "working day") : counted(Math.abs(days), "day");
  return days < 0 ? `overdue by ${length}` : `in ${length}`;
}

/**
 * "25 November 2026 at 5pm (in 3 working days)"; a date that is not known to its day has nothing to count to.
 * @param now the day, or UK local time: with it what has passed since the morning is "earlier today".
 */
export function describeDeadline(at: string, now: string): string {
  const day = at.slice(0, 10);
  const today = now.slice(0, 10);
  const said = formatLocalTime(at);
  if (day === today && at.includes("T") && now >= at) return `${said} (earlier today)`;
  return precisionOf(day) === "day" ? `${said} (${describeDaysLeft(today, day)})` : said;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
