/** A financial year is named by the calendar year in which it starts: 2023 is 1 April 2023 to 31 March 2024. */
export type FinancialYear = number;

/** "2023 to 2024". */
export function formatFinancialYear(year: FinancialYear): string {
  return `${year} to ${year + 1}`;
}

/** The financial year that holds an ISO day. */
export function financialYearOf(isoDay: string): FinancialYear {
  const year = Number(isoDay.slice(0, 4));
  return isoDay.slice(5) >= "04-01" ? year : year - 1;
}

/** First and last day of a financial year, ISO. */
export function daysOfFinancialYear(year: FinancialYear): { from: string; to: string } {
  return { from: `${year}-04-01`, to: `${year + 1}-03-31` };
}

/** Reads "2023 to 2024", "2023/24", "2023-24" or "2023". Null where it is none of these or the years do not follow. */
export function parseFinancialYear(typed: string): FinancialYear | null {
  const match = /^\s*(\d{4})(?:\s*(?:to|\/|-|–)\s*(\d{2}|\d{4}))?\s*$/.exec(typed);
  if (!match) return null;
  const start = Number(match[1]);
  if (start < 1900 || start > 2200) return null;
  if (match[2] !== undefined && Number(match[2]) % 100 !== (start + 1) % 100) return null;
  if (match[2]?.length === 4 && Number(match[2]) !== start + 1) return null;
  return start;
}
