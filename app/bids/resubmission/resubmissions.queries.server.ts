import type { Context } from "#app/platform/context.server.ts";
import { keepQuery } from "#db/kept-queries.ts";
import type { BidStatus } from "../bid.status.ts";
import { isBidInScope, type OneBid } from "../bid-scope.server.ts";

export type LinkedBid = { id: number; reference: string; title: string; status: BidStatus };

const earlierBid = keepQuery((reader, { bidId, scope }: OneBid) =>
  reader
    .selectFrom("bid")
    .innerJoin("bid_resubmission", "bid_resubmission.earlier_bid_id", "bid.id")
    .select(["bid.id", "bid.reference", "bid.title", "bid.status"])
    .where("bid_resubmission.bid_id", "=", bidId)
    .where(isBidInScope(scope)),
);

const laterBids = keepQuery((reader, { bidId, scope }: OneBid) =>
  reader
    .selectFrom("bid")
    .innerJoin("bid_resubmission", "bid_resubmission.bid_id", "bid.id")
    .select(["bid.id", "bid.reference", "bid.title", "bid.status"])
    .where("bid_resubmission.earlier_bid_id", "=", bidId)
    .where(isBidInScope(scope))
    .orderBy("bid.id"),
);

/** The bid that this one was made out of, and those that were made out of it, as far as the reader may read them. */
export async function findResubmissions(
  context: Context,
  bidId: number,
): Promise<{ earlier: LinkedBid | null; later: LinkedBid[] }> {
  const asked = { bidId, scope: context.scope };
  const [earlier] = await earlierBid(context.db.read, asked);
  const later = await laterBids(context.db.read, asked);
  return { earlier: earlier ?? null, later };
}
