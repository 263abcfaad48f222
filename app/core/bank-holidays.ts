import type { IsoDay } from "./calendar-date.ts";

/**
 * The bank holidays of England and Wales, substitute days included, as GOV.UK lists them
 * (https://www.gov.uk/bank-holidays, the division "england-and-wales"). Whole years only: a year that is not here is
 * not known. When GOV.UK gives another year, it is added at the end.
 */
const HOLIDAYS_BY_YEAR: Record<number, readonly string[]> = {
  2024: ["01-01", "03-29", "04-01", "05-06", "05-27", "08-26", "12-25", "12-26"],
  2025: ["01-01", "04-18", "04-21", "05-05", "05-26", "08-25", "12-25", "12-26"],
  2026: ["01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28"],
  2027: ["01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-27", "12-28"],
};

/** Every bank holiday that is known. */
export const BANK_HOLIDAYS: ReadonlySet<IsoDay> = new Set(
  Object.entries(HOLIDAYS_BY_YEAR).flatMap(([year, days]) => days.map((day) => `${year}-${day}`)),
);

const years = Object.keys(HOLIDAYS_BY_YEAR).map(Number);

/** The days between which bank holidays are known, both included. */
export const BANK_HOLIDAYS_FROM: IsoDay = `${Math.min(...years)}-01-01`;
export const BANK_HOLIDAYS_TO: IsoDay = `${Math.max(...years)}-12-31`;
