import { sumPence } from "#app/core/money.ts";
import { successOf, sumsOfJudged } from "../../success/success.rules.ts";
import type { JudgedBid, Standing, SuccessFigures } from "../../success/success.ts";

/** What of a report its totals are made of: numbers of bids, and pence. */
export type SuccessCount = Pick<SuccessFigures, "made" | "decided" | "won" | "lost"> & {
  requestedPence: number;
  awardedPence: number;
};

const COUNTED = ["made", "decided", "won", "lost", "requestedPence", "awardedPence"] as const;

/** What a bid was in a report; null in one that does not have it. */
export type BidSide = Pick<JudgedBid, "standing" | "requestedPence" | "awardedPence"> | null;

/** A bid that does not stand in the second report as it does in the first, and what that adds to each total. */
export type BidChange = { id: number; before: BidSide; after: BidSide; adds: SuccessCount };

export type SuccessComparison = {
  from: SuccessCount;
  to: SuccessCount;
  /** By number of the bid. What they add comes to what the totals differ by. */
  changes: BidChange[];
  added: SuccessCount;
  /** The totals' difference less what the changes add: nothing, or the register has to be verified. */
  unexplained: SuccessCount;
};

/** Two reports bid by bid. @param from,to the bids of each; one that stands in several rows counts once */
export function compareSuccess(from: readonly JudgedBid[], to: readonly JudgedBid[]): SuccessComparison {
  const [first, second] = [onlyOnce(from), onlyOnce(to)];
  const ids = [...new Set([...first.keys(), ...second.keys()])].sort((a, b) => a - b);
  const changes = ids.flatMap((id): BidChange[] => {
    const [before, after] = [sideOf(first.get(id)), sideOf(second.get(id))];
    if (JSON.stringify(before) === JSON.stringify(after)) return [];
    const adds = lessCount(countOf(alone(second.get(id))), countOf(alone(first.get(id))));
    return [{ id, before, after, adds }];
  });
  const totals = { from: countOf([...first.values()]), to: countOf([...second.values()]) };
  const added = addCounts(changes.map(({ adds }) => adds));
  return { ...totals, changes, added, unexplained: lessCount(lessCount(totals.to, totals.from), added) };
}

function alone(bid: JudgedBid | undefined): JudgedBid[] {
  return bid === undefined ? [] : [bid];
}

function onlyOnce(bids: readonly JudgedBid[]): Map<number, JudgedBid> {
  return new Map(bids.map((bid) => [bid.id, bid]));
}

function sideOf(bid: JudgedBid | undefined): BidSide {
  if (bid === undefined) return null;
  const { standing, requestedPence, awardedPence } = bid;
  return { standing, requestedPence, awardedPence };
}

function countOf(bids: readonly JudgedBid[]): SuccessCount {
  const { made, decided, won, lost, requestedPence, awardedPence } = successOf(sumsOfJudged(bids));
  return { made, decided, won, lost, requestedPence: requestedPence ?? 0, awardedPence: awardedPence ?? 0 };
}

function addCounts(all: readonly SuccessCount[]): SuccessCount {
  return mapped((key) => sumPence(all.map((each) => each[key])));
}

function lessCount(one: SuccessCount, other: SuccessCount): SuccessCount {
  return mapped((key) => one[key] - other[key]);
}

function mapped(of: (key: (typeof COUNTED)[number]) => number): SuccessCount {
  return Object.fromEntries(COUNTED.map((key) => [key, of(key)])) as SuccessCount;
}

/** True where every change of the totals is a change of bids. */
export function isExplained({ unexplained }: SuccessComparison): boolean {
  return COUNTED.every((key) => unexplained[key] === 0);
}

/** Which status a bid came to that stands so in a report. */
export function statusesOf(standing: Standing): readonly string[] {
  if (standing === "won") return ["awarded"];
  if (standing === "won in part") return ["part_awarded"];
  if (standing === "lost") return ["unsuccessful"];
  if (standing === "withdrawn") return ["withdrawn"];
  if (standing === "undecided") return ["submitted", "clarification_requested", "reserve"];
  return standing === "draft" ? ["draft", "awaiting_sign_off"] : [];
}
