import { formatFinancialYear } from "#app/core/financial-year.ts";
import { formatPounds, sumPence } from "#app/core/money.ts";
import type { Stream } from "../award.ts";

/** Statuses of claims that the funder was never asked for, or is not asked for any more: no part of what is claimed. */
export const STATUSES_NOT_CLAIMED = ["draft", "signed", "withdrawn"] as const;

/** Money of an award or of a claim by where it stands; null is "not yet apportioned", of a stream also "not said". Pence. */
export type Share = { financialYear: number | null; stream: Stream | null; amountPence: number };

/** What is to go back to the funder, pence: in all, and of which years. */
export type RepaymentDue = { pence: number; years: { financialYear: number; pence: number }[] };

/**
 * What was claimed above what the award gives since it was cut, less what was repaid. Neither years nor streams mix: money
 * that is left in one covers nothing of another. Money not yet apportioned to a year covers any, earlier years first, and so
 * does what was repaid.
 * @param given the lines of the version in force. @param claimed those of claims that were submitted, each with its year
 */
export function repaymentDue(
  given: readonly Share[],
  claimed: readonly Share[],
  repaidPence: number,
): RepaymentDue {
  const open = given.filter(({ financialYear }) => financialYear === null);
  const above = aboveByYear(given, claimed, null);
  const missing = ([null, "revenue", "capital"] as const).map(
    (stream) =>
      sumPence(aboveByYear(given, claimed, stream).map(({ pence }) => pence)) -
      sumPence(open.filter((line) => mayServe(line, stream)).map(({ amountPence }) => amountPence)),
  );
  const pence = Math.max(0, Math.max(...missing) - repaidPence);
  let covered = sumPence(above.map((year) => year.pence)) - pence;
  const years = above.map((year) => {
    const own = Math.min(covered, year.pence);
    covered -= own;
    return { ...year, pence: year.pence - own };
  });
  return { pence, years: years.filter((year) => year.pence > 0) };
}

/**
 * What is left to claim of an award, pence. What was claimed of a year or stream above what a cut has left of it goes back
 * to the funder, and holds back nothing of another.
 * @param given the lines of the version in force. @param claimed those of all claims that count
 */
export function leftToClaim(given: readonly Share[], claimed: readonly Share[]): number {
  const sum = (some: readonly Share[]) => sumPence(some.map(({ amountPence }) => amountPence));
  return Math.max(0, sum(given) - sum(claimed) + repaymentDue(given, claimed, 0).pence);
}

/**
 * What the claims of each year take above what the award gives in it, the earliest year first: of one stream, or where
 * it is null of whichever takes most. Pence.
 */
export function aboveByYear(
  given: readonly Share[],
  claimed: readonly Share[],
  stream: Stream | null,
): { financialYear: number; pence: number }[] {
  const streams = stream === null ? ([null, "revenue", "capital"] as const) : [stream];
  const years = [...new Set(claimed.flatMap(({ financialYear }) => financialYear ?? []))].sort(
    (a, b) => a - b,
  );
  return years.map((financialYear) => {
    const ofYear = (some: readonly Share[]) => some.filter((line) => line.financialYear === financialYear);
    const above = streams.map((one) => {
      const asked = ofYear(claimed).filter((line) => one === null || line.stream === one);
      const own = ofYear(given).filter((line) => mayServe(line, one));
      const sum = (some: readonly Share[]) => sumPence(some.map(({ amountPence }) => amountPence));
      return sum(asked) - sum(own);
    });
    return { financialYear, pence: Math.max(0, ...above) };
  });
}

/** "£1,200 of 2024 to 2025", "£1,200 (£200 of 2023 to 2024, £1,000 of 2024 to 2025)". */
export function repaymentDueWords({ pence, years }: RepaymentDue): string {
  const words = years.map(
    (year) => `${formatPounds(year.pence)} of ${formatFinancialYear(year.financialYear)}`,
  );
  return words.length === 1 ? words.join() : `${formatPounds(pence)} (${words.join(", ")})`;
}

function mayServe(line: Share, stream: Stream | null): boolean {
  return stream === null || line.stream === null || line.stream === stream;
}
