import { addDays, formatDate, type IsoDay } from "#app/core/calendar-date.ts";
import {
  daysOfFinancialYear,
  type FinancialYear,
  financialYearOf,
  formatFinancialYear,
} from "#app/core/financial-year.ts";
import { formatPounds, sumPence } from "#app/core/money.ts";
import type { YearsAndPence } from "../moved/carry-over.rules.ts";
import type { RepaymentDue } from "./repayment-due.rules.ts";

/** What came for a financial year of an award and what was spent in it. Pence. */
export type CashOfYear = {
  financialYear: FinancialYear;
  /**
   * For claims of the year, those paid by results left out; of a payment in part of a claim for several years what can be of
   * no other; less what other awards take of the year's money, which is theirs to spend and to give back.
   */
  receivedPence: number;
  /** Onward grants included; null where nothing is recorded. */
  spentPence: number | null;
  /** The last day of which spend is recorded or a return was sent; null where there is none. */
  recordedTo: IsoDay | null;
};

/** All that decides what is to go back to the funder. Pence. */
export type MoneyHeld = {
  /** In the order of years. */
  years: readonly CashOfYear[];
  /** What of each approved carry-over no claim was carried by. */
  approved: readonly YearsAndPence[];
  /** Claimed above what the award gives since it was cut, what was repaid not taken off. */
  above: RepaymentDue;
  /** All that came but what was paid by results, less what other awards take of it; of years that nobody knows too. */
  receivedPence: number;
  repaidPence: number;
};

/** What is to go back to the funder, in all and of which years, and what of it came and was not spent. Pence. */
export type DueBack = {
  pence: number;
  years: { financialYear: FinancialYear; pence: number; unspentPence: number }[];
  /** Came and is not recorded as spent, of years of which spend is not recorded to their end: it may be spent. */
  notYetKnown: { financialYear: FinancialYear; pence: number; recordedTo: IsoDay | null }[];
};

/**
 * What is to go back to the funder, by financial year, because years do not mix: what came for a year that is over and was not
 * spent in it, or what was claimed of it above what the award gives since it was cut, whichever is more, since of the two
 * the smaller is part of the greater. What was spent in a later year above that year's money eats nothing of an earlier one.
 * Not due is what the funder approved to be carried over: while the later year runs all of that, and afterwards as much as
 * was spent there, or carried over once more, above the later year's own money. What was repaid is off, the earliest year first.
 *
 * Money of a year that has just ended is due once its spend is known: recorded, or reported in a return that was sent, up
 * to 31 March; or after 30 June, when the accounts of the year are closed. A year of which no spend is recorded at all is
 * never due: that is not known, not £0. What is paid by results was earned by them and is not due for not being spent.
 */
export function dueBack(money: MoneyHeld, today: IsoDay): DueBack {
  const known = (year: CashOfYear) => isSpendKnown(year, today);
  return dueOf(money, (year) => (known(year) ? "due" : isOver(year.financialYear, today) ? "later" : "no"));
}

/**
 * The same of an award that is to be closed: nothing more will be spent, so every year is over and what is recorded of it is
 * all. What came of no known year goes back too where less was spent in all.
 */
export function dueAtClosure(money: MoneyHeld): DueBack {
  const due = dueOf(money, ({ spentPence }) => (spentPence === null ? "later" : "due"));
  const spent = sumPence(money.years.map(({ spentPence }) => spentPence ?? 0));
  const unknown = sumPence(due.notYetKnown.map(({ pence }) => pence));
  const left = money.receivedPence - money.repaidPence - spent - unknown;
  return { ...due, pence: Math.max(due.pence, left) };
}

function dueOf(money: MoneyHeld, when: (year: CashOfYear) => "due" | "later" | "no"): DueBack {
  let repaid = money.repaidPence;
  const back = (pence: number) => {
    const left = Math.max(0, pence - repaid);
    repaid -= pence - left;
    return left;
  };
  const isSettled = (year: FinancialYear) =>
    money.years.some((one) => one.financialYear === year && when(one) === "due");
  const unspent = new Map(
    money.years.map((year) => [year.financialYear, unspentOf(year, money, isSettled)] as const),
  );
  const dueYears = [
    ...money.years.filter((year) => when(year) === "due").map(({ financialYear }) => financialYear),
    ...money.above.years.map(({ financialYear }) => financialYear),
  ];
  const years = [...new Set(dueYears)]
    .sort((a, b) => a - b)
    .flatMap((financialYear) => {
      const unspentPence = isSettled(financialYear) ? (unspent.get(financialYear) ?? 0) : 0;
      const above = money.above.years.find((year) => year.financialYear === financialYear)?.pence ?? 0;
      const pence = back(Math.max(unspentPence, above));
      return pence === 0 ? [] : [{ financialYear, pence, unspentPence: Math.min(pence, unspentPence) }];
    });
  const notYetKnown = money.years
    .filter((year) => when(year) === "later")
    .flatMap(({ financialYear, recordedTo }) => {
      const pence = back(unspent.get(financialYear) ?? 0);
      return pence === 0 ? [] : [{ financialYear, pence, recordedTo }];
    });
  return { pence: sumPence(years.map(({ pence }) => pence)), years, notYetKnown };
}

/** What came for a year and was not spent in it, less what may be spent in later ones. Pence. */
function unspentOf(
  { financialYear, receivedPence, spentPence }: CashOfYear,
  money: MoneyHeld,
  isSettled: (year: FinancialYear) => boolean,
): number {
  return Math.max(
    0,
    receivedPence - (spentPence ?? 0) - carriedOutOf(financialYear, money, isSettled, MOST_IN_A_ROW),
  );
}

/** So many times in a row money that was carried over is followed into the year that it was carried into. */
export const MOST_IN_A_ROW = 4;

/**
 * What carry-overs keep of a year: all while the later year runs or its spend is not known, then what was spent there, or
 * carried over once more, above that year's own money. Pence.
 */
function carriedOutOf(
  year: FinancialYear,
  money: MoneyHeld,
  isSettled: (year: FinancialYear) => boolean,
  inARow: number,
): number {
  if (inARow === 0) return 0;
  const kept = money.approved
    .filter(({ fromYear }) => fromYear === year)
    .map(({ toYear, pence }) => {
      const later = money.years.find(({ financialYear }) => financialYear === toYear);
      if (!later || !isSettled(toYear)) return pence;
      const onward = carriedOutOf(toYear, money, isSettled, inARow - 1);
      return Math.min(pence, Math.max(0, (later.spentPence ?? 0) + onward - later.receivedPence));
    });
  return sumPence(kept);
}

/** The last year whose accounts are closed by a day: councils' draft accounts of a year are closed by 30 June. */
export function lastClosedYear(day: IsoDay): FinancialYear {
  const year = financialYearOf(day);
  return day > `${year}-06-30` ? year - 1 : year - 2;
}

function isOver(year: FinancialYear, today: IsoDay): boolean {
  return year < financialYearOf(today);
}

function isSpendKnown({ financialYear, spentPence, recordedTo }: CashOfYear, today: IsoDay): boolean {
  if (spentPence === null || !isOver(financialYear, today)) return false;
  const isToItsEnd = recordedTo !== null && recordedTo >= daysOfFinancialYear(financialYear).to;
  return isToItsEnd || financialYear <= lastClosedYear(today);
}

/** "£1,200 of 2024 to 2025", "£1,200 (£200 of 2023 to 2024 not spent in that year, £1,000 of 2024 to 2025)"; what is of no known year says so. */
export function dueBackWords({ pence, years }: Pick<DueBack, "pence" | "years">): string {
  const words = years.map((year) => {
    const isUnspent = year.unspentPence === year.pence;
    return `${formatPounds(year.pence)} of ${formatFinancialYear(year.financialYear)}${isUnspent ? " not spent in that year" : ""}`;
  });
  const rest = pence - sumPence(years.map((year) => year.pence));
  if (rest > 0) words.push(`${formatPounds(rest)} of no known year`);
  return words.length === 1 ? words.join() : `${formatPounds(pence)} (${words.join(", ")})`;
}

/** What came and was not spent of years that are over, in all. Pence. */
export function unspentDue({ years }: Pick<DueBack, "years">): number {
  return sumPence(years.map(({ unspentPence }) => unspentPence));
}

/** "£40 of 2024 to 2025 came and is not recorded as spent: spend is recorded to 31 December 2024." for each such year. */
export function notYetKnownWords(years: DueBack["notYetKnown"]): string[] {
  return years.map(({ financialYear, pence, recordedTo }) => {
    const year = daysOfFinancialYear(financialYear);
    const isOfYear = recordedTo !== null && recordedTo > addDays(year.from, -1) && recordedTo < year.to;
    const until = isOfYear ? `is recorded only to ${formatDate(recordedTo)}` : "is not recorded to its end";
    return `${formatPounds(pence)} of ${formatFinancialYear(financialYear)} came and is not recorded as spent: spend of the year ${until}, so what goes back is not yet known.`;
  });
}
