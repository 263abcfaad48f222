import { formatPounds } from "#app/core/money.ts";
import type { KindTotal } from "./reconciliation.ts";
import { knownDifference, totalOf } from "./reconciliation.ts";

type LeftOut = {
  totals: readonly number[];
  ofOthers: number;
  unreadableAmounts: readonly number[];
  unreadableDates: readonly number[];
};

const ROWS_NAMED = 10;

/** What was left out of a list and what of it could not be read, in sentences; none where all was. */
export function leftOutWords(leftOut: LeftOut): string[] {
  const { totals, ofOthers, unreadableAmounts, unreadableDates } = leftOut;
  return [
    totals.length > 0 && `Left out: ${rowsNamed(totals)}, of totals.`,
    ofOthers > 0 && `Left out: ${counted(ofOthers, "row")} of other recipients.`,
    unreadableAmounts.length > 0 && `The amount cannot be read in ${rowsNamed(unreadableAmounts)}.`,
    unreadableDates.length > 0 && `The date cannot be read in ${rowsNamed(unreadableDates)}.`,
  ].filter((words) => words !== false);
}

function rowsNamed(numbers: readonly number[]): string {
  const named = numbers.slice(0, ROWS_NAMED).join(", ");
  const more = numbers.length - ROWS_NAMED;
  return `row${numbers.length === 1 ? "" : "s"} ${named}${more > 0 ? ` and ${more} more` : ""}`;
}

function counted(count: number, one: string): string {
  return `${count.toLocaleString("en-GB")} ${one}${count === 1 ? "" : "s"}`;
}

/**
 * How the two sides come to each other: ours, what differs, what only one of them has, theirs. What stands beside an
 * amount that is not known is no difference: it is named by itself, so that the sum adds up.
 */
export function bridgeWords(kinds: readonly KindTotal[]): string {
  const kind = (name: KindTotal["kind"]) => kinds.find((each) => each.kind === name);
  const { oursPence, theirsPence, unknown, oursAlonePence, theirsAlonePence } = totalOf(kinds);
  const differing = kind("differs");
  const differs = differing ? knownDifference(differing) : 0;
  const pounds = (pence: number) => formatPounds(pence, "always");
  const alone = [
    oursAlonePence !== 0 &&
      `, less ours beside an amount of theirs that is not known ${pounds(oursAlonePence)}`,
    theirsAlonePence !== 0 &&
      `, theirs beside an amount of ours that is not recorded ${pounds(theirsAlonePence)}`,
  ]
    .filter((words) => words !== false)
    .join("");
  const sum = `Ours ${pounds(oursPence)}, less ours only ${pounds(kind("ours_only")?.oursPence ?? 0)}, differences ${pounds(differs)}, theirs only ${pounds(kind("theirs_only")?.theirsPence ?? 0)}${alone}: theirs ${pounds(theirsPence)}.`;
  return unknown === 0
    ? sum
    : `${sum} ${counted(unknown, "item")} without an amount that is recorded or can be read ${unknown === 1 ? "adds" : "add"} nothing to the differences.`;
}

/** The finding in one sentence. */
export function findingWords(kinds: readonly KindTotal[]): string {
  const { count, accepted } = totalOf(kinds);
  const agreed = kinds.find(({ kind }) => kind === "agreed")?.count ?? 0;
  const open = count - agreed - accepted;
  if (count === agreed) return `All ${count} agree.`;
  const done = accepted === 0 ? "" : `, ${accepted} accepted with a reason`;
  return `${agreed} of ${count} agree${done}; ${open} ${open === 1 ? "is" : "are"} open.`;
}
