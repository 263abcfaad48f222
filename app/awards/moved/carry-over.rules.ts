import { daysOfFinancialYear, formatFinancialYear } from "#app/core/financial-year.ts";
import { formatPounds, sumPence } from "#app/core/money.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import type { Line } from "../version.ts";

/** Money of one financial year that may be spent in a later one. Pence. */
export type YearsAndPence = { fromYear: number; toYear: number; pence: number };

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

/** Pence that move out of each year that is over on a day into later ones. */
function carriedOutOf(
  before: readonly YearLine[],
  after: readonly YearLine[],
  day: string,
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
    return [year, daysOfFinancialYear(year).to < day ? Math.min(fell, rose) : 0] as const;
  });
  return new Map(moved.filter(([, pence]) => pence > 0));
}
