import { daysOfFinancialYear, formatFinancialYear } from "#app/core/financial-year.ts";
import { formatPounds, sumPence } from "#app/core/money.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import type { Line } from "../version.ts";

/** Money of one financial year that may be spent in a later one. Pence. */
export type YearsAndPence = { fromYear: number; toYear: number; pence: number };

/** What an approval that was stated with a version alone, without a letter of its own, is called by. */
export function referenceOfVersion(number: number): string {
  return `Version ${number}`;
}

/**
 * The lines of an award after money was carried from one year into another: taken from the lines of the year in their
 * order, given to the line that says the same of the other year, or to a new one.
 */
export function carriedLines(lines: readonly Line[], carry: YearsAndPence): Result<Line[]> {
  const { fromYear, toYear, pence } = carry;
  const after = lines.map((line) => ({ ...line }));
  let left = pence;
  for (const line of after.filter(({ financialYear }) => financialYear === fromYear)) {
    const taken = Math.min(left, line.amountPence ?? 0);
    if (taken === 0) continue;
    left -= taken;
    line.amountPence = (line.amountPence ?? 0) - taken;
    const target = after.find((other) => other.financialYear === toYear && saysTheSame(line, other));
    if (target) target.amountPence = sumPence([target.amountPence ?? 0, taken]);
    else after.push({ ...line, financialYear: toYear, amountPence: taken });
  }
  if (left > 0) {
    const has = formatPounds(pence - left);
    return fail({ amountPence: `The award has only ${has} in ${formatFinancialYear(fromYear)}` });
  }
  return succeed(after.filter(({ amountPence }) => amountPence !== 0));
}

/** Money inside another award stays on lines of its own. */
function saysTheSame(line: Line, other: Line): boolean {
  const keyOf = ({ partnership, project, priority, ownThemeId, stream, label }: Line) =>
    JSON.stringify([partnership?.id, project?.id, priority?.id, ownThemeId, stream, label]);
  return line.inside === null && other.inside === null && keyOf(line) === keyOf(other);
}

type YearLine = Pick<Line, "financialYear" | "amountPence">;

/**
 * What a next version moves out of years that are over on its day into later ones, beyond what the funder approved, each in
 * a sentence: money is carried over only if that is approved, and each approval once.
 * @param used pence that earlier versions carried out of each year
 */
export function unapprovedCarryOvers(
  before: readonly YearLine[],
  after: readonly YearLine[],
  approved: readonly YearsAndPence[],
  day: string,
  used: ReadonlyMap<number, number> = new Map(),
): string[] {
  return [...carriedOutOf(before, after, day)].flatMap(([year, moved]) => {
    const allowed = sumPence(approved.filter(({ fromYear }) => fromYear === year).map(({ pence }) => pence));
    const left = Math.max(0, allowed - (used.get(year) ?? 0));
    if (moved <= left) return [];
    const unused = allowed > left ? " that is not used yet" : "";
    const words = left === 0 ? "no approval" : `approval of only ${formatPounds(left)}`;
    return [
      `${formatPounds(moved)} of ${formatFinancialYear(year)}, which is over, moves into a later year, and ${words}${unused} to carry it over is recorded.`,
    ];
  });
}

/**
 * What a next version that states the funder's agreement carries over beyond what was approved before: that agreement is the
 * approval. Each year's money goes to the earliest later years that rise, beside what earlier approvals bring there.
 * @param used as above. @param ofAnyYear the terms allow no transfer, so that what leaves a year that still runs is agreed too
 */
export function agreedCarryOvers(
  before: readonly YearLine[],
  after: readonly YearLine[],
  { approved, used, day, ofAnyYear }: MovedBetween,
): YearsAndPence[] {
  const rises = risesOf(before, after);
  const take = (year: number, most: number) => {
    const pence = Math.max(0, Math.min(most, rises.get(year) ?? 0));
    rises.set(year, (rises.get(year) ?? 0) - pence);
    return pence;
  };
  return [...carriedOutOf(before, after, day, ofAnyYear)].flatMap(([fromYear, moved]) => {
    const own = approved.filter((one) => one.fromYear === fromYear);
    let covered = Math.max(0, sumPence(own.map(({ pence }) => pence)) - (used.get(fromYear) ?? 0));
    let left = Math.max(0, moved - covered);
    for (const { toYear, pence } of own) covered -= take(toYear, Math.min(pence, covered));
    const later = [...rises.keys()].filter((year) => year > fromYear).sort((a, b) => a - b);
    return later.flatMap((toYear) => {
      const pence = take(toYear, left);
      left -= pence;
      return pence === 0 ? [] : [{ fromYear, toYear, pence }];
    });
  });
}

/** What decides which money is carried over: earlier approvals, pence used of those of each year, and the version's day. */
type MovedBetween = {
  approved: readonly YearsAndPence[];
  used: ReadonlyMap<number, number>;
  day: string;
  ofAnyYear: boolean;
};

/** By how much each year has more than before, pence. */
function risesOf(before: readonly YearLine[], after: readonly YearLine[]): Map<number, number> {
  const sum = (lines: readonly YearLine[], year: number) =>
    sumPence(lines.map((line) => (line.financialYear === year ? (line.amountPence ?? 0) : 0)));
  const years = new Set(after.flatMap(({ financialYear }) => financialYear ?? []));
  return new Map([...years].map((year) => [year, sum(after, year) - sum(before, year)]));
}

/** What each version in turn carried out of years that were over on its day. @param versions in the order of their days */
export function carriedSoFar(
  versions: readonly { effectiveOn: string; lines: readonly YearLine[] }[],
): Map<number, number> {
  const used = new Map<number, number>();
  for (const [index, version] of versions.entries()) {
    const before = versions[index - 1];
    if (!before) continue;
    for (const [year, pence] of carriedOutOf(before.lines, version.lines, version.effectiveOn)) {
      used.set(year, sumPence([used.get(year) ?? 0, pence]));
    }
  }
  return used;
}

/** Pence that move out of each year that is over on a day, or of any year, into later ones. */
function carriedOutOf(
  before: readonly YearLine[],
  after: readonly YearLine[],
  day: string,
  ofAnyYear = false,
): Map<number, number> {
  const inYears = (lines: readonly YearLine[], wanted: (year: number) => boolean) =>
    sumPence(
      lines.flatMap(({ financialYear, amountPence }) =>
        financialYear !== null && wanted(financialYear) ? (amountPence ?? 0) : [],
      ),
    );
  const years = [...new Set(before.flatMap(({ financialYear }) => financialYear ?? []))].sort();
  const moved = years.map((year) => {
    const isYear = (each: number) => each === year;
    const isLater = (each: number) => each > year;
    const fell = inYears(before, isYear) - inYears(after, isYear);
    const rose = inYears(after, isLater) - inYears(before, isLater);
    const counts = ofAnyYear || daysOfFinancialYear(year).to < day;
    return [year, counts ? Math.min(fell, rose) : 0] as const;
  });
  return new Map(moved.filter(([, pence]) => pence > 0));
}
