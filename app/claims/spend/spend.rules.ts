import { type DueBack, unspentDue } from "#app/awards/index.ts";
import { daysOfFinancialYear, financialYearOf, formatFinancialYear } from "#app/core/financial-year.ts";
import { formatPounds, sumPence } from "#app/core/money.ts";
import type { FormValues } from "#app/ui/forms/form-values.ts";
import type { MoneyPart, SpendEntry, SpendRow } from "./spend.ts";

/** The lines that the form of spend starts with: each stream and project of the award, without amounts; at least one. */
export function linesToSpend(lines: readonly LineMoney[]): FormValues[] {
  const kinds = new Map(
    lines
      .filter(({ awardedPence }) => awardedPence !== null)
      .map(({ stream, project }) => [
        `${stream} ${project?.id}`,
        { stream: stream ?? "", projectId: String(project?.id ?? "") },
      ]),
  );
  return kinds.size > 0 ? [...kinds.values()].slice(0, 8) : [{}];
}

/** The entries that rows come to: each with its corrections, in the order of recording. */
export function entriesOf(rows: readonly SpendRow[]): SpendEntry[] {
  return rows
    .filter(({ correctsId }) => correctsId === null)
    .map((row) => {
      const corrections = rows.filter(({ correctsId }) => correctsId === row.id);
      return { ...row, corrections, currentPence: sumPence([row, ...corrections].map((r) => r.amountPence)) };
    });
}

/** Why spend cannot be recorded for a period; null where it can. "Years do not mix": a period lies in one year. */
export function refusalOfPeriod(periodFrom: string, periodTo: string, today: string): string | null {
  if (periodTo > today) return "The last day must be today or in the past: what is spent is over";
  const year = financialYearOf(periodFrom);
  if (financialYearOf(periodTo) === year) return null;
  return `The period must end by 31 March ${year + 1}: record each financial year on its own`;
}

type TypedSpend = Pick<SpendRow, "periodFrom" | "periodTo" | "stream" | "amountPence"> & {
  projectId: number | null;
};

/**
 * What says that spend may be recorded already: the same amount of the same stream and project, for some of the same days.
 * It may be right, so that a reason is asked for. Null where nothing is like it.
 */
export function recordedAlready(typed: TypedSpend, entries: readonly SpendEntry[]): string | null {
  const same = entries.find(
    (entry) =>
      entry.currentPence === typed.amountPence &&
      entry.stream === typed.stream &&
      (entry.project?.id ?? null) === typed.projectId &&
      entry.periodFrom <= typed.periodTo &&
      entry.periodTo >= typed.periodFrom,
  );
  if (!same) return null;
  const by = same.recordedBy === null ? "" : `, recorded by ${same.recordedBy},`;
  return `Spend ${same.number}${by} is ${formatPounds(typed.amountPence)} for days of this period too: enter why as much is recorded again`;
}

/** What an award gives, what was claimed and what was spent of one year, stream and project. Pence. */
export type LineMoney = Omit<MoneyPart, "pence"> & {
  /** Less what other awards take of it; null where the award has no such line. */
  awardedPence: number | null;
  claimedPence: number;
  /** Null where nothing is recorded; £0 where all that was is corrected. */
  spentPence: number | null;
};

/** The money of an award line by line, in the order of years; what was claimed or spent where it has no line, too. */
export function moneyByLine(
  awarded: readonly MoneyPart[],
  claimed: readonly MoneyPart[],
  spent: readonly MoneyPart[],
): LineMoney[] {
  const rows = new Map<string, LineMoney>();
  const rowOf = ({ financialYear, stream, project }: MoneyPart) => {
    const key = `${financialYear} ${stream} ${project?.id}`;
    const none = { awardedPence: null, claimedPence: 0, spentPence: null };
    const row = rows.get(key) ?? { financialYear, stream, project, ...none };
    rows.set(key, row);
    return row;
  };
  for (const part of awarded) {
    const row = rowOf(part);
    row.awardedPence = (row.awardedPence ?? 0) + part.pence;
  }
  for (const part of claimed) rowOf(part).claimedPence += part.pence;
  for (const part of spent) {
    const row = rowOf(part);
    row.spentPence = (row.spentPence ?? 0) + part.pence;
  }
  return [...rows.values()].sort(
    (a, b) =>
      (a.financialYear ?? 9999) - (b.financialYear ?? 9999) ||
      byName(a.stream, b.stream) ||
      byName(a.project?.name, b.project?.name),
  );
}

/** By name, what has none last. */
function byName(a: string | null | undefined, b: string | null | undefined): number {
  if (!a || !b) return (a ? 0 : 1) - (b ? 0 : 1);
  return a.localeCompare(b, "en-GB");
}

/** One financial year of an award. Pence; null where nobody can say. */
export type YearMoney = {
  financialYear: number | null;
  awardedPence: number;
  claimedPence: number;
  /** Null where nothing is recorded. */
  spentPence: number | null;
  /** What was not spent of a year that is over. */
  underspentPence: number | null;
};

/** The same year by year. What is not spent by 31 March is underspent. */
export function moneyByYear(lines: readonly LineMoney[], today: string): YearMoney[] {
  const years = [...new Set(lines.map(({ financialYear }) => financialYear))];
  return years.map((financialYear) => {
    const same = lines.filter((line) => line.financialYear === financialYear);
    const awardedPence = sumPence(same.map((line) => line.awardedPence ?? 0));
    const spent = same.flatMap((line) => line.spentPence ?? []);
    const spentPence = spent.length === 0 ? null : sumPence(spent);
    const isOver = financialYear !== null && daysOfFinancialYear(financialYear).to < today;
    return {
      financialYear,
      awardedPence,
      claimedPence: sumPence(same.map((line) => line.claimedPence)),
      spentPence,
      underspentPence: isOver && spentPence !== null ? Math.max(0, awardedPence - spentPence) : null,
    };
  });
}

/** What an award comes to beside what was spent of it. Pence; null where nobody can say. */
export type SpendFigures = {
  /** Less what other awards take of it. */
  awardedPence: number | null;
  claimedPence: number;
  /** What came for its claims, less what was repaid. */
  receivedPence: number;
  repaidPence: number;
  /** Claimed above what the award gives of a year or in all, less what was repaid. */
  overclaimedPence: number | null;
  /** Null where nothing is recorded, which is not £0. */
  spentPence: number | null;
  /** Spent and not claimed yet: what may be asked for next. */
  unclaimedPence: number | null;
  /** Awarded and not spent. */
  leftPence: number | null;
  /** Spent above what the award gives. */
  overspentPence: number | null;
  /** Not spent in years that are over, of those of which anything is recorded. */
  underspentPence: number;
};

/**
 * @param money what the award gives less what other awards take of it, and what was claimed above what it gives, null where
 *   its amount is not recorded; what came for its claims, and what was repaid
 */
export function spendFigures(
  years: readonly YearMoney[],
  money: {
    awardedPence: number | null;
    overclaimedPence: number | null;
    receivedPence: number;
    repaidPence: number;
  },
): SpendFigures {
  const { awardedPence, overclaimedPence, repaidPence } = money;
  const receivedPence = money.receivedPence - repaidPence;
  const recorded = years.flatMap(({ spentPence }) => spentPence ?? []);
  const spentPence = recorded.length === 0 ? null : sumPence(recorded);
  const claimedPence = sumPence(years.map((year) => year.claimedPence));
  const left = spentPence === null || awardedPence === null ? null : awardedPence - spentPence;
  return {
    awardedPence,
    claimedPence,
    receivedPence,
    repaidPence,
    overclaimedPence,
    spentPence,
    unclaimedPence: spentPence === null ? null : Math.max(0, spentPence - claimedPence),
    leftPence: left === null ? null : Math.max(0, left),
    overspentPence: left === null ? null : Math.max(0, -left),
    underspentPence: sumPence(years.map((year) => year.underspentPence ?? 0)),
  };
}

/**
 * What came and was not spent and goes back, in sentences; with what was claimed above what the award gives, where both do,
 * for the smaller of the two is part of the greater in each year. Null where nothing of it is due.
 */
export function unspentWords(due: DueBack, overclaimedPence: number | null): string | null {
  const unspent = unspentDue(due);
  if (unspent === 0) return null;
  const years = due.years.flatMap(({ financialYear, unspentPence }) =>
    unspentPence > 0 ? `${formatPounds(unspentPence)} of ${formatFinancialYear(financialYear)}` : [],
  );
  const words = `${formatPounds(unspent)} came and was not spent in the year that it was for (${years.join(", ")}): it goes back to the funder, unless the funder has approved that it is carried over.`;
  if (!overclaimedPence) return words;
  return `${words} With what was claimed above what the award gives, of which it may be part, ${formatPounds(due.pence)} goes back in all.`;
}

/**
 * True where the award gives nothing that this could have been spent of. What does not say its stream or project, as payments
 * to delivery organisations never do, may be of any line of its year; money not yet apportioned to a year serves all.
 */
export function hasNoLine(row: LineMoney, lines: readonly LineMoney[]): boolean {
  return !lines.some(
    (line) =>
      line.awardedPence !== null &&
      (line.financialYear === null ||
        (line.financialYear === row.financialYear &&
          (row.stream === null || row.stream === line.stream) &&
          (row.project === null || row.project.id === line.project?.id))),
  );
}

/** What to look at in what was spent, each in a sentence. */
export function spendFlags(lines: readonly LineMoney[], years: readonly YearMoney[]): string[] {
  const homeless = lines.filter((line) => Boolean(line.spentPence) && hasNoLine(line, lines));
  const over = years.filter((year) => (year.spentPence ?? 0) > year.awardedPence && year.awardedPence > 0);
  return [
    ...over.map(
      ({ financialYear }) =>
        `More was spent than the award gives ${financialYear === null ? "without a year" : `in ${formatFinancialYear(financialYear)}`}`,
    ),
    ...(homeless.length > 0
      ? ["Something was spent for which the award has no line of that year, stream and project"]
      : []),
  ];
}
