import { formatPounds, sumPence } from "#app/core/money.ts";
import type { Line } from "./version.ts";

type ProvenLine = Pick<
  Line,
  "partnership" | "financialYear" | "project" | "priority" | "theme" | "stream" | "amountPence"
>;

/**
 * "In lines £6,000 + not yet apportioned £4,000 = award £10,000"; null where the award has no amount.
 * @param solePartnershipId of an award of a single partnership, which says nothing about its split; else null.
 */
export function proofOfLines(
  lines: readonly ProvenLine[],
  awardPence: number | null,
  solePartnershipId: number | null,
): string | null {
  if (awardPence === null) return null;
  const rest = sumOf(lines.filter((line) => isRest(line, solePartnershipId)));
  const amounts = [sumOf(lines) - rest, rest, awardPence];
  const decimals = amounts.some((pence) => pence % 100 !== 0) ? "always" : "when-needed";
  const [inLines, notYet, award] = amounts.map((pence) => formatPounds(pence, decimals));
  return `In lines ${inLines} + not yet apportioned ${notYet} = award ${award}`;
}

function isRest(line: ProvenLine, solePartnershipId: number | null): boolean {
  const { partnership, financialYear, project, priority, theme, stream } = line;
  if (partnership !== null && partnership.id !== solePartnershipId) return false;
  return [financialYear, project, priority, theme, stream].every((value) => value === null);
}

function sumOf(lines: readonly ProvenLine[]): number {
  return sumPence(lines.map((line) => line.amountPence ?? 0));
}
