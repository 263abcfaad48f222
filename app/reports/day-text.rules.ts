import { type IsoDay, parseDateParts } from "#app/core/calendar-date.ts";

const WORDS = /^(\d{1,2})\s+([a-z]+|\d{1,2})\s+(\d{4})$/i;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Reads a day as a program or a person writes it: "2025-03-31", "31 March 2025". Null where it is no day. */
export function parseDay(text: string): IsoDay | null {
  const trimmed = text.trim();
  const words = WORDS.exec(trimmed);
  const iso = ISO.exec(trimmed);
  const [day, month, year] = words ? words.slice(1) : iso ? iso.slice(1).reverse() : [];
  if (day === undefined || month === undefined || year === undefined) return null;
  const parsed = parseDateParts({ day, month, year }, { dayRequired: true });
  return parsed.ok ? parsed.date : null;
}
