import { type FinancialYear, formatFinancialYear } from "#app/core/financial-year.ts";
import { formatPounds, sumPence } from "#app/core/money.ts";
import type { DraftWarning } from "../draft-warnings.rules.ts";
import type { Share } from "../repayment-due/repayment-due.rules.ts";

/** What was spent of an award in a financial year, onward grants included. Pence. */
export type SpentOfYear = { financialYear: FinancialYear; pence: number };

/**
 * What to know before money of a year is cut or moved away although it is spent already: what was spent, what goes and what
 * is left of the year.
 * @param before the lines of the version in force. @param after those of the next one
 */
export function warnOfSpent(
  before: readonly Share[],
  after: readonly Share[],
  spent: readonly SpentOfYear[],
): DraftWarning[] {
  return spent.flatMap(({ financialYear, pence }) => {
    const left = ofYear(after, financialYear);
    const gone = ofYear(before, financialYear) - left;
    if (gone <= 0 || pence <= left) return [];
    return [
      {
        text: `${formatPounds(pence)} of ${formatFinancialYear(financialYear)} is already spent: this version takes ${formatPounds(gone)} away from the year and leaves ${formatPounds(left)}, ${formatPounds(pence - left)} less than was spent.`,
      },
    ];
  });
}

function ofYear(lines: readonly Share[], year: FinancialYear): number {
  return sumPence(
    lines.filter(({ financialYear }) => financialYear === year).map(({ amountPence }) => amountPence),
  );
}
