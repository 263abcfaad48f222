import { formatFinancialYear } from "#app/core/financial-year.ts";
import { formatPounds, sumPence } from "#app/core/money.ts";
import type { Stream } from "../award.ts";
import { repaymentDue, type Share } from "../repayment-due/repayment-due.rules.ts";
import type { YearsAndPence } from "./carry-over.rules.ts";

/** A line of a claim that was sent, as it counts now. Pence. */
export type ClaimedLine = {
  claimId: number;
  financialYear: number;
  stream: Stream | null;
  projectId: number | null;
  amountPence: number;
};

/** What of a claim's line of one year counts for another from now on. */
export type CarriedClaim = Omit<ClaimedLine, "financialYear" | "amountPence"> & YearsAndPence;

/**
 * What a version carries over of money that was claimed already. The funder agreed that what was claimed of one year, and
 * mostly came, is spent in a later one: it is not to be repaid, and it is not there to be claimed again. So of the claims of
 * the year as much counts for the later year as it takes that no more is due than before the version, up to what the funder
 * approved and to what the version gives the later year; the claims that were sent last first. What is above that was cut,
 * and is due. A version that takes the money back to its year takes the claims back with it.
 * @param before the lines of the version before. @param after its own. @param sent the lines of claims as they count before
 *   it, in the order of the claims. @param approved what of each approval no claim was carried by yet
 */
export function carriedClaims(
  before: readonly Share[],
  after: readonly Share[],
  sent: readonly ClaimedLine[],
  approved: readonly YearsAndPence[],
): CarriedClaim[] {
  const carried: CarriedClaim[] = [];
  const dueWith = (more: readonly CarriedClaim[]) =>
    repaymentDue(after, afterCarried(sent, [...carried, ...more]), 0).pence;
  const dueBefore = repaymentDue(before, sent, 0).pence;
  const into = new Map<number, number>();
  for (const { fromYear, toYear, pence } of approved) {
    const rose = inYear(after, toYear) - inYear(before, toYear) - (into.get(toYear) ?? 0);
    let left = Math.min(pence, rose, dueWith([]) - dueBefore);
    const started = carried.length;
    for (const { claimId, financialYear, stream, projectId, amountPence } of afterCarried(
      sent,
      carried,
    ).toReversed()) {
      if (financialYear !== fromYear) continue;
      const one = { claimId, stream, projectId, fromYear, toYear };
      const due = dueWith([]);
      const most = greatest(
        Math.min(left, amountPence),
        (some) => dueWith([{ ...one, pence: some }]) <= due - some,
      );
      if (most <= 0) continue;
      left -= most;
      carried.push({ ...one, pence: most });
    }
    const moved = sumPence(carried.slice(started).map((each) => each.pence));
    into.set(toYear, (into.get(toYear) ?? 0) + moved);
  }
  return carried;
}

/**
 * What of claims counts for another year only because the funder agrees with the version, in words.
 * @param approved what it carries of them without that
 */
export function agreedWords(carried: readonly CarriedClaim[], approved: readonly CarriedClaim[]): string[] {
  const sum = (those: readonly CarriedClaim[], { fromYear, toYear }: CarriedClaim) =>
    sumPence(those.flatMap((one) => (one.fromYear === fromYear && one.toYear === toYear ? one.pence : [])));
  const words = carried.flatMap((one) => {
    const pence = sum(carried, one) - sum(approved, one);
    if (pence <= 0) return [];
    const [from, to] = [formatFinancialYear(one.fromYear), formatFinancialYear(one.toYear)];
    return `${formatPounds(pence)} that was claimed of ${from} counts for ${to} with this version, as the funder agrees: it is neither to be repaid nor there to be claimed again.`;
  });
  return [...new Set(words)];
}

/** The greatest whole number from 0 up to another for which something is true, where it is true of all below; else 0. */
function greatest(upTo: number, isTrue: (number: number) => boolean): number {
  let [low, high] = [0, Math.max(0, upTo)];
  while (low < high) {
    const middle = low + Math.ceil((high - low) / 2);
    if (isTrue(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The lines of claims as they count once this was carried; none of which nothing is left. */
export function afterCarried(sent: readonly ClaimedLine[], carried: readonly CarriedClaim[]): ClaimedLine[] {
  const lines = new Map<string, ClaimedLine>();
  const add = (line: ClaimedLine) => {
    const key = [line.claimId, line.financialYear, line.stream, line.projectId].join(" ");
    const pence = (lines.get(key)?.amountPence ?? 0) + line.amountPence;
    lines.set(key, { ...line, amountPence: pence });
  };
  for (const line of sent) add(line);
  for (const { fromYear, toYear, pence, ...line } of carried) {
    add({ ...line, financialYear: fromYear, amountPence: -pence });
    add({ ...line, financialYear: toYear, amountPence: pence });
  }
  return [...lines.values()].filter(({ amountPence }) => amountPence !== 0);
}

function inYear(lines: readonly Share[], year: number): number {
  return sumPence(
    lines.flatMap(({ financialYear, amountPence }) => (financialYear === year ? amountPence : [])),
  );
}
