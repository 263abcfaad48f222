import { daysOfFinancialYear, type FinancialYear } from "#app/core/financial-year.ts";
import { formatPounds, sumPence } from "#app/core/money.ts";
import { endsBeforeItStarts } from "#app/partnerships/index.ts";

/** A line of a partnership's award that is not yet apportioned to a priority area. Pence; null is not recorded. */
export type OpenLine = {
  awardId: number;
  pence: number | null;
  /** The amount of its award is known only approximately. */
  isApproximate: boolean;
  /** Null where it is not yet apportioned to a year. */
  financialYear: FinancialYear | null;
  /** The line's own theme, where it has one. */
  themeId: number | null;
  /** The priority areas that the award's bid names. */
  bidPriorityIds: readonly number[];
};

/**
 * Money that is not yet apportioned: pence of what is recorded and how many of them are approximate, of how many awards, and of
 * how many it is not recorded.
 */
export type OpenSum = { pence: number; approximatePence: number; awards: number; notRecorded: number };

type AmountOfAward = Pick<OpenLine, "awardId" | "pence" | "isApproximate">;

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

/** What of an award such lines come to: pence of those that are recorded, null where none is, and whether one is not. */
export type NetOfAward = AmountOfAward & { isUnknown: boolean };

/**
 * What lines come to by award, less what other awards take of them, which stands among them below 0. An award of which
 * others take all is left out: each pound is counted where it is now.
 */
export function netOfAwards(lines: readonly AmountOfAward[]): NetOfAward[] {
  return [...new Set(lines.map(({ awardId }) => awardId))].flatMap((awardId): NetOfAward[] => {
    const own = lines.filter((line) => line.awardId === awardId);
    const known = own.flatMap(({ pence }) => (pence === null ? [] : [pence]));
    const isUnknown = known.length < own.length;
    const pence = sumPence(known);
    const isApproximate = own.some((line) => line.isApproximate);
    if (pence <= 0) return isUnknown ? [{ awardId, pence: null, isApproximate, isUnknown }] : [];
    return [{ awardId, pence, isApproximate, isUnknown }];
  });
}

/** What these lines come to, and of how many awards. */
export function openSumOf(lines: readonly AmountOfAward[]): OpenSum {
  const awards = netOfAwards(lines);
  const approximate = awards.filter(({ isApproximate }) => isApproximate);
  return {
    pence: sumPence(awards.map(({ pence }) => pence ?? 0)),
    approximatePence: sumPence(approximate.map(({ pence }) => pence ?? 0)),
    awards: awards.length,
    notRecorded: awards.filter(({ isUnknown }) => isUnknown).length,
  };
}

/** The awards of the lines that may be for a priority area, each with what of it is open. Pence; null is not recorded. */
export function openAwards(
  priority: ValidPriority,
  lines: readonly (OpenLine & { reference: string; title: string })[],
): { id: number; reference: string; title: string; pence: number | null; isApproximate: boolean }[] {
  const open = lines.filter((line) => mayBeFor(priority, line));
  return netOfAwards(open).map(({ awardId, pence, isApproximate, isUnknown }) => {
    const { reference = "", title = "" } = open.find((line) => line.awardId === awardId) ?? {};
    return { id: awardId, reference, title, pence: isUnknown ? null : pence, isApproximate };
  });
}

/** Awards of which one may hold money of another, and by how much their sum may be too high. Pence. */
type Twice = {
  pence: number;
  pairs: readonly Record<"award" | "other", { reference: string; title: string }>[];
};

/** By how much what is not yet apportioned may be too high, and why; null where no award may hold money of another. */
export function countedTwiceWords({ pence, pairs }: Twice): string | null {
  if (pence <= 0) return null;
  const named = ({ reference, title }: { reference: string; title: string }) => `${reference} “${title}”`;
  const words = pairs.map(({ award, other }) => `${named(award)} may include money of ${named(other)}`);
  return `What is not yet apportioned may be too high by up to ${formatPounds(pence)}: ${words.join("; ")}.`;
}

/** "£20,000 not yet apportioned may be for this", with what of it is approximate; null where there is none. */
export function openWords(
  { pence, approximatePence, awards, notRecorded }: OpenSum,
  what = "this",
): string | null {
  if (awards === 0) return null;
  const unknown = `${notRecorded === 1 ? "1 award" : `${notRecorded} awards`} whose amount is not recorded`;
  if (pence === 0) return `Money not yet apportioned may be for ${what}: ${unknown}`;
  const more = notRecorded === 0 ? "" : `, and money of ${unknown},`;
  const about = approximatePence === pence ? "approximately " : "";
  const ofIt =
    approximatePence > 0 && about === "" ? ` (${formatPounds(approximatePence)} of it approximate)` : "";
  return `${about}${formatPounds(pence)} not yet apportioned${ofIt}${more} may be for ${what}`;
}
