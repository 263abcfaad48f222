import { formatPounds, sumPence } from "#app/core/money.ts";
import type { BasisPoints } from "#app/core/percentage.ts";
import type { MatchItem } from "../content/content.ts";

export type MatchSums = {
  totalPence: number;
  cashPence: number;
  confirmedPence: number;
  /** How many have no amount: they are counted beside the sums. */
  withoutAmount: number;
};

/** Adds up the match of a bid. What is neither cash nor in kind counts in the total alone. */
export function matchSums(match: readonly MatchItem[]): MatchSums {
  const sum = (which: (item: MatchItem) => boolean) =>
    sumPence(match.filter(which).map((item) => item.amountPence ?? 0));
  return {
    totalPence: sum(() => true),
    cashPence: sum((item) => item.form === "cash"),
    confirmedPence: sum((item) => item.standing === "confirmed"),
    withoutAmount: match.filter((item) => item.amountPence === null).length,
  };
}

/**
 * The least match that a percentage of the amount requested asks for: rounded up to the whole penny, so that what
 * meets it is never short.
 */
export function matchNeeded(requestedPence: number, points: BasisPoints): number {
  return Number((BigInt(requestedPence) * BigInt(points) + 9_999n) / 10_000n);
}

/** "Match of £60,000: £10,000 confirmed, £50,000 pledged or not said." */
export function matchWords(sums: MatchSums): string {
  const without =
    sums.withoutAmount === 0
      ? ""
      : ` ${sums.withoutAmount === 1 ? "1 source has" : `${sums.withoutAmount} sources have`} no amount.`;
  return `Match of ${formatPounds(sums.totalPence)}, of which ${formatPounds(sums.confirmedPence)} is confirmed and ${formatPounds(sums.cashPence)} is cash.${without}`;
}

/** Match of another bid that is still live. */
export type OtherMatch = MatchItem & { bidId: number; reference: string; title: string };

/**
 * The match of other live bids that may be the same money: from the same source, in the same form, and of the same
 * description or amount; where a form or an amount is not said, it may be any.
 */
export function sameMatch(item: MatchItem, others: readonly OtherMatch[]): OtherMatch[] {
  return others.filter(
    (other) =>
      folded(other.source) === folded(item.source) &&
      (other.form === item.form || other.form === null || item.form === null) &&
      (other.amountPence === item.amountPence ||
        other.amountPence === null ||
        item.amountPence === null ||
        (item.description !== null && folded(other.description ?? "") === folded(item.description))),
  );
}

/**
 * "£5,000 from Anytown Council also stands in B-000012 Lights": what a reader is warned of. Where the two amounts are not
 * the same, or not both recorded: "Match from Anytown Council, £5,000 here, stands in B-000012 Lights as £6,000".
 */
export function sameMatchWords(item: MatchItem, other: OtherMatch): string {
  const there = `${other.reference} ${other.title}`;
  if (item.amountPence !== null && item.amountPence === other.amountPence) {
    return `${formatPounds(item.amountPence)} from ${item.source} also stands in ${there}`;
  }
  const amount = (pence: number | null) => (pence === null ? "an amount not recorded" : formatPounds(pence));
  return `Match from ${item.source}, ${amount(item.amountPence)} here, stands in ${there} as ${amount(other.amountPence)}`;
}

function folded(text: string): string {
  return text.toLowerCase().replace(/\s+/g, " ").trim();
}
