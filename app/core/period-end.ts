import { type IsoDay, lastDayOf } from "./calendar-date.ts";
import { daysOfFinancialYear, parseFinancialYear } from "./financial-year.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"] as const;
type Month = (typeof MONTHS)[number];
const LAST_MONTH = /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\s+(\d{4})$/;
const TWO_YEARS = /\b\d{4}\s*(?:\/|-| to )\s*\d{2,4}\b/;
const QUARTER = /\bq[1-4]\b(?!.*\bq[1-4]\b)/;

/** The last days of the quarters of a financial year; the fourth is in the next calendar year. */
const QUARTER_ENDS = { q1: "06-30", q2: "09-30", q3: "12-31", q4: "03-31" } as const;

/**
 * The last day of a period, from the words that state it, to put readings in order; null where they do not say.
 * A bare year ends in December; "Q2" of a bare year may be of either kind of year, so it is not known.
 */
export function endOfPeriod(stated: string): IsoDay | null {
  const text = stated
    .toLowerCase()
    .replace(/[‐‑‒–—−]/g, "-")
    .replace(/\([^)]*\)\s*$/, "")
    .trim();
  if (/^(since|before|after)\b/.test(text)) return null;
  const month = LAST_MONTH.exec(text);
  if (month) return lastDayOf(`${month[2]}-${two(MONTHS.indexOf(month[1] as Month) + 1)}`);
  const years = TWO_YEARS.exec(text)?.[0];
  const year = years === undefined ? null : parseFinancialYear(years);
  const quarter = QUARTER.exec(text)?.[0] as keyof typeof QUARTER_ENDS | undefined;
  if (year !== null && quarter) return `${quarter === "q4" ? year + 1 : year}-${QUARTER_ENDS[quarter]}`;
  if (year !== null) return daysOfFinancialYear(year).to;
  return /^\d{4}$/.test(text) ? `${text}-12-31` : null;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
