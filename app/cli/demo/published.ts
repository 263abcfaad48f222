import { type PartialDate, precisionOf } from "#app/core/calendar-date.ts";
import { parseFinancialYear } from "#app/core/financial-year.ts";
import { parsePounds } from "#app/core/money.ts";

/** Reading dates and amounts as documents publish them. */

/**
 * A partial date from the words of a document: "2019/20" or "2020-21" is a financial year, "2021-01 (late)" January
 * 2021. Null stays null.
 * @throws RangeError where the words begin with no date.
 */
export function publishedDate(words: string): PartialDate;
export function publishedDate(words: string | null): PartialDate | null;
export function publishedDate(words: string | null): PartialDate | null {
  if (words === null) return null;
  const year = publishedYear(words);
  const start = /^\d{4}(-\d{2}(-\d{2})?)?(?=$|[\s;])/.exec(words)?.[0] ?? "";
  const date = year === null ? start : `FY${year}`;
  if (precisionOf(date) === null) throw new RangeError(`Not a date: ${words}`);
  return date;
}

/** The financial year that a label states ("19/20", "2020-21", "2019/20"); null for "2019", which is none, and for null. */
export function publishedYear(label: string | null): number | null {
  const short = /^(\d{2})\/(\d{2})$/.exec(label ?? "");
  const name = short ? `20${short[0]}` : (label ?? "");
  return /^\d{4}[/-]\d{2}$/.test(name) && !isMonth(name) ? parseFinancialYear(name) : null;
}

/** "2020-09" is a month; "2020-21" and "2009-10" are years where the second follows the first. */
function isMonth(name: string): boolean {
  const [first, second] = name.split("-");
  if (second === undefined || precisionOf(name) !== "month") return false;
  return (Number(first) + 1) % 100 !== Number(second);
}

/** What stands beside a date ("(late)", "; some areas extended to 2021-06"); null where nothing does. */
export function besideDate(words: string | null): string | null {
  const rest = (words ?? "").replace(/^[\d/-]+[\s;]*/, "");
  return rest === "" ? null : rest.replace(/^\((.*)\)$/, "$1");
}

/**
 * Whole pence from an amount in pounds, by way of its decimal text, so that nothing is lost. Null stays null.
 * @throws RangeError where it is not an amount of whole pence.
 */
export function publishedPence(pounds: number | null): number | null {
  if (pounds === null) return null;
  const parsed = parsePounds(String(pounds));
  if (!parsed.ok) throw new RangeError(`${parsed.message}: ${pounds}`);
  return parsed.pence;
}

/** Sentences from parts that may be absent; null where all are. */
export function sentences(...parts: (string | null | undefined | false)[]): string | null {
  const stated = parts.filter((part) => part).map((part) => `${part}`.trim());
  if (stated.length === 0) return null;
  return stated
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .map((part) => (/[.!?]["”']?$/.test(part) ? part : `${part}.`))
    .join(" ");
}
