import { formatFinancialYear } from "#app/core/financial-year.ts";
import { formatPounds } from "#app/core/money.ts";
import type { UnclaimedYear } from "./year-end/year-end.rules.ts";

type MoneyOfYears = {
  /** What of years that are over was given and not spent, where spend is recorded and no carry-over is approved for it. */
  underspentYears: readonly UnclaimedYear[];
  /** What of years that are over is in no submitted claim. */
  unclaimedYears: readonly UnclaimedYear[];
  /** What of those years came and was not spent, and is said to go back to the funder already. */
  dueBackYears: readonly UnclaimedYear[];
  /** Delivery has ended, and what is not claimed of all years is said already. */
  isClaimSaid: boolean;
};

/**
 * What may be lost of years that are over, each pound once: what was not spent and what was not claimed are the same money as
 * far as both go, and what is to go back is part of what was not spent. Pence.
 */
export function risksOfYears(money: MoneyOfYears): string[] {
  const { underspentYears, unclaimedYears, dueBackYears, isClaimSaid } = money;
  const of = (years: readonly UnclaimedYear[], year: number) =>
    years.find(({ financialYear }) => financialYear === year)?.pence ?? 0;
  const years = new Set([...underspentYears, ...unclaimedYears].map(({ financialYear }) => financialYear));
  return [...years]
    .sort((a, b) => a - b)
    .flatMap((year) => {
      const due = of(dueBackYears, year);
      const unspent = Math.max(0, of(underspentYears, year) - due);
      const unclaimed = of(unclaimedYears, year);
      const words = isClaimSaid ? besideWhatIsSaid(unspent, unclaimed) : riskWords(unspent, unclaimed);
      if (words === null) return [];
      const [pence, what] = words;
      const more = due > 0 && pence === unspent ? "Another " : "";
      return `${more}${formatPounds(pence)} of ${formatFinancialYear(year)} ${what}`;
    });
}

/** How much of a year, and what may be lost of it; null where nothing may. */
function riskWords(unspent: number, unclaimed: number): [number, string] | null {
  if (unspent === 0) return unclaimed === 0 ? null : [unclaimed, "was not claimed and may be lost"];
  if (unclaimed === 0) return [unspent, "was not spent, claimed or not, and no carry-over is approved"];
  if (unspent === unclaimed)
    return [unspent, "was neither spent nor claimed and may be lost: no carry-over is approved"];
  if (unspent > unclaimed) {
    return [
      unspent,
      `was not spent, ${formatPounds(unclaimed)} of it not claimed either, and no carry-over is approved`,
    ];
  }
  const ofThat = `${formatPounds(unspent)} of it was not spent either, and no carry-over is approved for that`;
  return [unclaimed, `was not claimed and may be lost: ${ofThat}`];
}

/** The same beside a line that says what was not claimed of all years together. */
function besideWhatIsSaid(unspent: number, unclaimed: number): [number, string] | null {
  if (unspent === 0) return null;
  if (unclaimed === 0) return [unspent, "was not spent, claimed or not, and no carry-over is approved"];
  const which =
    unspent <= unclaimed ? "which is part of that" : `of which ${formatPounds(unclaimed)} is part of that`;
  return [unspent, `was not spent, ${which}, and no carry-over is approved`];
}
