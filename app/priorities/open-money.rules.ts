import { daysOfFinancialYear, type FinancialYear } from "#app/core/financial-year.ts";
import { formatPounds, sumPence } from "#app/core/money.ts";
import { endsBeforeItStarts } from "#app/partnerships/index.ts";

/** A line of a partnership's award that is not yet apportioned to a priority area. Pence; null is not recorded. */
export type OpenLine = {
  awardId: number;
  pence: number | null;
  /** Null where it is not yet apportioned to a year. */
  financialYear: FinancialYear | null;
  /** The line's own theme, where it has one. */
  themeId: number | null;
  /** The priority areas that the award's bid names. */
  bidPriorityIds: readonly number[];
};

/** Money that is not yet apportioned: pence of what is recorded, of how many awards, and of how many it is not recorded. */
export type OpenSum = { pence: number; awards: number; notRecorded: number };

/** A priority area with what decides which money may be for it. */
export type ValidPriority = {
  id: number;
  validFrom: string | null;
  validTo: string | null;
  themes: readonly { id: number }[];
};

/**
 * True where such money of the priority area's partnership may be for it: the bid of the award names it or names none, and
 * neither the line's theme nor its year speaks against it.
 */
export function mayBeFor(
  { id, validFrom, validTo, themes }: ValidPriority,
  { bidPriorityIds, themeId, financialYear }: OpenLine,
): boolean {
  if (bidPriorityIds.length > 0 && !bidPriorityIds.includes(id)) return false;
  if (themeId !== null && themes.length > 0 && !themes.some((theme) => theme.id === themeId)) return false;
  if (financialYear === null) return true;
  const { from, to } = daysOfFinancialYear(financialYear);
  return !endsBeforeItStarts(validFrom, to) && !endsBeforeItStarts(from, validTo);
}

/** What these lines come to, and of how many awards. */
export function openSumOf(lines: readonly Pick<OpenLine, "awardId" | "pence">[]): OpenSum {
  const awards = (those: typeof lines) => new Set(those.map(({ awardId }) => awardId)).size;
  return {
    pence: sumPence(lines.map(({ pence }) => pence ?? 0)),
    awards: awards(lines),
    notRecorded: awards(lines.filter(({ pence }) => pence === null)),
  };
}

/** The awards of the lines that may be for a priority area, each with what of it is open. Pence; null is not recorded. */
export function openAwards(
  priority: ValidPriority,
  lines: readonly (OpenLine & { reference: string; title: string })[],
): { id: number; reference: string; title: string; pence: number | null }[] {
  const open = lines.filter((line) => mayBeFor(priority, line));
  return [...new Map(open.map((line) => [line.awardId, line])).values()].map(
    ({ awardId, reference, title }) => {
      const { pence, notRecorded } = openSumOf(open.filter((line) => line.awardId === awardId));
      return { id: awardId, reference, title, pence: notRecorded > 0 ? null : pence };
    },
  );
}

/** "£20,000 not yet apportioned may be for this"; null where there is none. */
export function openWords({ pence, awards, notRecorded }: OpenSum, what = "this"): string | null {
  if (awards === 0) return null;
  const unknown = `${notRecorded === 1 ? "1 award" : `${notRecorded} awards`} whose amount is not recorded`;
  if (pence === 0) return `Money not yet apportioned may be for ${what}: ${unknown}`;
  const more = notRecorded === 0 ? "" : `, and money of ${unknown},`;
  return `${formatPounds(pence)} not yet apportioned${more} may be for ${what}`;
}
