import type { Round } from "./funds.ts";
import { roundState } from "./round.rules.ts";

/** What the list of rounds may be narrowed to, as its filter says it and as its address does. */
export const ROUND_FILTERS = {
  open: "Open now",
  to_open: "Yet to open",
  closed: "Closed",
  bid_made: "Bid made",
  not_bid: "Decided not to bid",
  neither: "Neither a bid nor a decision not to bid",
} as const;
export type RoundFilter = keyof typeof ROUND_FILTERS;

/** What an address says of the filter; null for none, and for a word that is none of them. */
export function parseRoundFilter(word: string | null): RoundFilter | null {
  return word !== null && Object.hasOwn(ROUND_FILTERS, word) ? (word as RoundFilter) : null;
}

/** True for the filters that ask what the reader's own partnerships did. */
export function asksOfBids(filter: RoundFilter | null): boolean {
  return filter === "bid_made" || filter === "not_bid" || filter === "neither";
}

/** The rounds to which the partnerships of the reader made a bid, and those which by their decision they did not bid for. */
type Own = { bidFor: ReadonlySet<number>; notBid: ReadonlySet<number> };

/**
 * The rounds that a filter leaves, in their order. A round may have both a bid and a decision: of two partnerships.
 * @param now UK local time.
 */
export function filterRounds<R extends Round>(
  rounds: readonly R[],
  filter: RoundFilter | null,
  now: string,
  { bidFor, notBid }: Own,
): R[] {
  if (filter === null) return [...rounds];
  const stateOf = (round: R) => roundState(round, now).kind;
  const keeps: Record<RoundFilter, (round: R) => boolean> = {
    open: (round) => stateOf(round) === "open" || stateOf(round) === "closing_soon",
    to_open: (round) => stateOf(round) === "not_yet_open",
    closed: (round) => stateOf(round) === "closed" || stateOf(round) === "withdrawn",
    bid_made: ({ id }) => bidFor.has(id),
    not_bid: ({ id }) => notBid.has(id),
    neither: ({ id }) => !bidFor.has(id) && !notBid.has(id),
  };
  return rounds.filter(keeps[filter]);
}
