import { leftToClaim, type Share } from "#app/awards/index.ts";
import { sumPence } from "#app/core/money.ts";

/** What of one financial year may still be claimed, pence; of money not yet apportioned to a year where that is null. */
export type LeftOfYear = {
  financialYear: number | null;
  awardedPence: number;
  claimedPence: number;
  leftPence: number;
  /** The most of what is left that may be claimed as revenue and as capital. */
  revenuePence: number;
  capitalPence: number;
};

/**
 * What may still be claimed of each year of an award, the earliest first, and of its money not yet apportioned to one: together
 * all that is left. What a claim takes above its year it takes of that.
 * @param given the lines of the version in force. @param claimed those of all claims that are not withdrawn
 */
export function leftByYear(given: readonly Share[], claimed: readonly Share[]): LeftOfYear[] {
  const years = [...new Set([...given, ...claimed].flatMap(({ financialYear }) => financialYear ?? []))];
  const rows = years.sort((a, b) => a - b).map((year) => leftOf(year, given, claimed));
  const open = given.filter(({ financialYear }) => financialYear === null);
  if (open.length === 0) return rows;
  const leftPence = Math.max(0, leftToClaim(given, claimed) - sumPence(rows.map((row) => row.leftPence)));
  return [
    ...rows,
    {
      financialYear: null,
      awardedPence: sumOf(open),
      claimedPence: sumPence(rows.map((row) => Math.max(0, row.claimedPence - row.awardedPence))),
      leftPence,
      revenuePence: Math.min(leftPence, sumOf(open.filter(({ stream }) => stream !== "capital"))),
      capitalPence: Math.min(leftPence, sumOf(open.filter(({ stream }) => stream !== "revenue"))),
    },
  ];
}

function leftOf(financialYear: number, given: readonly Share[], claimed: readonly Share[]): LeftOfYear {
  const ofYear = (shares: readonly Share[]) =>
    shares.filter((share) => share.financialYear === financialYear);
  const [own, taken] = [ofYear(given), ofYear(claimed)];
  const leftPence = leftToClaim(own, taken);
  const most = (stream: Share["stream"]) => {
    const may = sumOf(own.filter((share) => share.stream === null || share.stream === stream));
    return Math.max(0, Math.min(leftPence, may - sumOf(taken.filter((share) => share.stream === stream))));
  };
  return {
    financialYear,
    awardedPence: sumOf(own),
    claimedPence: sumOf(taken),
    leftPence,
    revenuePence: most("revenue"),
    capitalPence: most("capital"),
  };
}

function sumOf(shares: readonly Share[]): number {
  return sumPence(shares.map(({ amountPence }) => amountPence));
}
