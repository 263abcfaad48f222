import { formatFinancialYear } from "#app/core/financial-year.ts";
import { formatPounds, sumPence } from "#app/core/money.ts";
import type { DraftWarning } from "../draft-warnings.rules.ts";
import { repaymentDue, type Share } from "./repayment-due.rules.ts";

/** What was asked of an award. Pence. */
export type ClaimedOfAward = {
  /** The lines of claims that were submitted, as they count before the next version. */
  sent: readonly Share[];
  /** Those of claims that are being written or are signed. */
  prepared: readonly Share[];
  repaidPence: number;
};

/**
 * What to know before money is cut or moved away from what was claimed of it: what would go back to the funder, and what in
 * claims that were not sent would have no money any more.
 * @param before the lines of the version in force. @param after those of the next one. @param sent what was
 *   submitted as it counts after it, where it carries some of it into another year
 */
export function warnOfRepayment(
  before: readonly Share[],
  after: readonly Share[],
  { sent: sentBefore, prepared, repaidPence }: ClaimedOfAward,
  sent: readonly Share[] = sentBefore,
): DraftWarning[] {
  const dueBefore = repaymentDue(before, sentBefore, repaidPence);
  const due = repaymentDue(after, sent, repaidPence);
  const texts = due.years.flatMap(({ financialYear, pence }) => {
    const already = dueBefore.years.find((year) => year.financialYear === financialYear)?.pence ?? 0;
    if (pence <= already) return [];
    const claimed = sent.filter((share) => share.financialYear === financialYear);
    const beside = already > 0 ? `, beside the ${formatPounds(already)} that is to be repaid already` : "";
    return [
      `${formatPounds(sumOf(claimed))} of ${formatFinancialYear(financialYear)} is already claimed: with this version ${formatPounds(pence - already)} of it would be to repay to the funder${beside}.`,
    ];
  });
  const unfit = withoutMoney(after, sent, prepared);
  if (unfit > withoutMoney(before, sentBefore, prepared)) {
    texts.push(
      `${formatPounds(unfit)} in claims that are not sent yet would have no money left: they could not be signed or sent as they are.`,
    );
  }
  return texts.map((text) => ({ text }));
}

/** What of claims that were not sent has no money beside those that were. Pence. */
function withoutMoney(given: readonly Share[], sent: readonly Share[], prepared: readonly Share[]): number {
  return repaymentDue(given, [...sent, ...prepared], 0).pence - repaymentDue(given, sent, 0).pence;
}

function sumOf(shares: readonly Share[]): number {
  return sumPence(shares.map(({ amountPence }) => amountPence));
}
