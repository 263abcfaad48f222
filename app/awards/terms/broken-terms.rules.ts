import { formatPounds, sumPence } from "#app/core/money.ts";
import type { Stream } from "../award.ts";
import type { Terms } from "./terms.ts";

type YearLine = { financialYear: number | null; stream: Stream | null; amountPence: number | null };

/**
 * What the lines of a next version do that the special terms of the award do not allow, each in a sentence; empty where
 * they keep to them. Money that was not yet apportioned to a year or a stream moves nowhere when it is.
 */
export function brokenTerms(
  terms: Pick<Terms, "noTransfer" | "capitalOnly"> | null,
  before: readonly YearLine[],
  after: readonly YearLine[],
): string[] {
  const moved = movedBetweenYears(before, after);
  const revenue = sumOf(after.filter(isRevenue)) - sumOf(before.filter(isRevenue));
  return [
    ...(terms?.noTransfer && moved > 0
      ? [
          `${formatPounds(moved)} moves between financial years, and the terms allow no transfer between years.`,
        ]
      : []),
    ...(terms?.capitalOnly && revenue > 0
      ? [`${formatPounds(revenue)} of the lines becomes revenue, and the terms allow capital only.`]
      : []),
  ];
}

/** The lesser of what known years lose and what known years gain. */
function movedBetweenYears(before: readonly YearLine[], after: readonly YearLine[]): number {
  const years = new Set([...before, ...after].flatMap(({ financialYear }) => financialYear ?? []));
  const changes = [...years].map((year) => {
    const ofYear = (lines: readonly YearLine[]) => lines.filter((line) => line.financialYear === year);
    return sumOf(ofYear(after)) - sumOf(ofYear(before));
  });
  const lost = sumPence(changes.filter((change) => change < 0));
  return Math.min(-lost, sumPence(changes.filter((change) => change > 0)));
}

const isRevenue = ({ stream }: YearLine) => stream === "revenue";

function sumOf(lines: readonly YearLine[]): number {
  return sumPence(lines.map(({ amountPence }) => amountPence ?? 0));
}
