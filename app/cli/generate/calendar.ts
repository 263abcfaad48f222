import { addDays, daysBetween, type IsoDay } from "#app/core/calendar-date.ts";

/** The ten years of a generated register: fixed, so that the same seed gives the same register on any day. */
export const FIRST_DAY: IsoDay = "2016-11-01";
export const LAST_DAY: IsoDay = "2026-10-31";

const DAYS = daysBetween(FIRST_DAY, LAST_DAY);
const MINUTES_OF_OFFICE = 8 * 60;

/** The instant at which a part of the ten years has passed, during office hours. @param part from 0 to 1. */
export function instantAt(part: number): string {
  const passed = part * DAYS;
  const day = Math.min(Math.floor(passed), DAYS);
  const minutes = Math.floor((passed - day) * MINUTES_OF_OFFICE);
  const clock = new Date(Date.UTC(2000, 0, 1, 9, minutes)).toISOString().slice(11);
  return `${dayAfterStart(day)}T${clock}`;
}

const days = new Map<number, IsoDay>();
const numbers = new Map<IsoDay, number>();

/** A day by its number. Millions are asked for, of a few thousand. */
function dayAfterStart(number: number): IsoDay {
  const known = days.get(number);
  if (known !== undefined) return known;
  const day = addDays(FIRST_DAY, number);
  days.set(number, day);
  numbers.set(day, number);
  return day;
}

/** The day of an instant, moved by days. */
export function dayNear(instant: string, by: number): IsoDay {
  const day = instant.slice(0, 10);
  return dayAfterStart((numbers.get(day) ?? daysBetween(FIRST_DAY, day)) + by);
}
