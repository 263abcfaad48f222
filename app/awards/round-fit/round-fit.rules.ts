import type { IsoDay } from "#app/core/calendar-date.ts";
import { formatPounds } from "#app/core/money.ts";
import { isValidOn } from "#app/partnerships/index.ts";
import { type OpenSum, openWords } from "#app/priorities/index.ts";

type Named = { id: number; name: string };
type Priority = {
  id: number;
  partnershipId: number;
  title: string;
  validFrom: string | null;
  validTo: string | null;
  themes: readonly Named[];
};

/** Money of awards in force for this financial year and later; a line without a year counts with it. */
export type MoneyNow = OpenSum;

/** The same, and where nothing is recorded for it, what is not yet apportioned and may be for it. */
export type MoneyNowOrOpen = MoneyNow & {
  open: OpenSum;
  /** By how much that may be too high, in words; null where no award may hold money of another. */
  twice: string | null;
};

/** A priority area that serves a theme of a round. */
export type FittingPriority = { id: number; partnershipId: number; title: string; inCommon: string[] };

/**
 * The priority areas valid on a day that serve a theme which the round is for, most themes in common first. That is a
 * reason to look: whether the funder would pay is not for the register to say.
 */
export function fittingPriorities(
  priorities: readonly Priority[],
  themesOfRound: readonly { id: number }[],
  day: IsoDay,
): FittingPriority[] {
  const asked = new Set(themesOfRound.map(({ id }) => id));
  return priorities
    .filter(({ validFrom, validTo }) => isValidOn(day, validFrom, validTo))
    .map(({ id, partnershipId, title, themes }) => {
      const inCommon = themes.filter((theme) => asked.has(theme.id)).map(({ name }) => name);
      return { id, partnershipId, title, inCommon };
    })
    .filter(({ inCommon }) => inCommon.length > 0)
    .sort((a, b) => b.inCommon.length - a.inCommon.length || a.id - b.id);
}

/** "£12,000 of 2 awards", "1 award, amount not recorded", "£20,000 not yet apportioned may be for this", "None recorded". */
export function moneyNowWords(money: Omit<MoneyNowOrOpen, "twice">): string {
  const { pence, approximatePence, awards, notRecorded, open } = money;
  if (awards === 0) return openWords(open) ?? "None recorded";
  const unknown = notRecorded === 0 ? "" : `${counted(notRecorded)}, amount not recorded`;
  if (awards === notRecorded) return unknown;
  const about = approximatePence > 0 ? "approximately " : "";
  const known = `${about}${formatPounds(pence)} of ${counted(awards - notRecorded)}`;
  return unknown === "" ? known : `${known}, and ${unknown}`;
}

function counted(count: number): string {
  return count === 1 ? "1 award" : `${count} awards`;
}

/** What is to be known of the sums of some rows that are not yet apportioned, each sentence once. */
export function countedTwiceOf(moneys: readonly MoneyNowOrOpen[]): string[] {
  return [...new Set(moneys.flatMap(({ twice }) => twice ?? []))];
}
