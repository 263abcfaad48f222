import { addDays, daysBetween, type IsoDay } from "#app/core/calendar-date.ts";

/** The ten years of a generated register: fixed, so that the same seed gives the same register on any day. */
export const FIRST_DAY: IsoDay = "2016-11-01";
export const LAST_DAY: IsoDay = "2026-10-31";

const DAYS = daysBetween(FIRST_DAY, LAST_DAY);
const MINUTES_OF_OFFICE = 8 * 60;

/** The instant at which a part of the ten years has passed, during office hours. @param part from 0 to 1. */
export function instantAt(part: number): string {
  const days = part * DAYS;
  const day = Math.min(Math.floor(days), DAYS);
  const minutes = Math.floor((days - day) * MINUTES_OF_OFFICE);
  const clock = new Date(Date.UTC(2000, 0, 1, 9, minutes)).toISOString().slice(11);
  return `${dayAfterStart(day)}T${clock}`;
}

const known = new Map<number, IsoDay>();

/** A day by its number. Millions are asked for, of a few thousand. */
function dayAfterStart(days: number): IsoDay {
  const day = known.get(days) ?? addDays(FIRST_DAY, days);
  known.set(days, day);
  return day;
}

/** The day of an instant, moved by days. */
export function dayNear(instant: string, days: number): IsoDay {
  return dayAfterStart(daysBetween(FIRST_DAY, instant.slice(0, 10)) + days);
}
