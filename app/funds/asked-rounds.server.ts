import { type Context, may } from "#app/platform/context.server.ts";
import type { Round } from "./funds.ts";
import { listNotBid } from "./not-bidding/not-bidding.queries.server.ts";
import { isStanding } from "./not-bidding/not-bidding.rules.ts";
import { ukLocalTime } from "./round.rules.ts";
import { asksOfBids, filterRounds, parseRoundFilter, type RoundFilter } from "./round-filter.ts";
import { listRounds } from "./rounds.queries.server.ts";

export type AskedRounds = {
  rounds: Round[];
  /** Null for all, and where the person reads no bids and asks what became of them. */
  filter: RoundFilter | null;
  /** UK local time, "2026-11-21T09:32". */
  now: string;
};

/**
 * The rounds that an address asks for, on their page and in their file.
 * @param roundsBidFor the rounds to which there is a bid that the person may read; asked only where the filter needs it.
 */
export async function askedRounds(
  context: Context,
  params: URLSearchParams,
  roundsBidFor: (context: Context) => Promise<number[]>,
): Promise<AskedRounds> {
  const asked = parseRoundFilter(params.get("state"));
  const filter = asksOfBids(asked) && !may(context.actor, "register.read") ? null : asked;
  const now = ukLocalTime(context.now());
  const own = {
    bidFor: new Set(asksOfBids(filter) ? await roundsBidFor(context) : []),
    notBid: new Set(
      (asksOfBids(filter) ? await listNotBid(context) : []).filter(isStanding).map(({ round }) => round.id),
    ),
  };
  return { rounds: filterRounds(await listRounds(context), filter, now, own), filter, now };
}
