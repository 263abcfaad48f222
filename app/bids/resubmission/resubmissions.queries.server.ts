import type { Context } from "#app/platform/context.server.ts";
import { bidsInScope } from "../bid-scope.server.ts";

export type LinkedBid = { id: number; reference: string; title: string };

/** The bid that this one was made out of, and those that were made out of it, as far as the reader may read them. */
export async function findResubmissions(
  context: Context,
  bidId: number,
): Promise<{ earlier: LinkedBid | null; later: LinkedBid[] }> {
  const bids = bidsInScope(context).select(["bid.id", "bid.reference", "bid.title"]);
  const earlier = await bids
    .innerJoin("bid_resubmission", "bid_resubmission.earlier_bid_id", "bid.id")
    .where("bid_resubmission.bid_id", "=", bidId)
    .executeTakeFirst();
  const later = await bids
    .innerJoin("bid_resubmission", "bid_resubmission.bid_id", "bid.id")
    .where("bid_resubmission.earlier_bid_id", "=", bidId)
    .orderBy("bid.id")
    .execute();
  return { earlier: earlier ?? null, later };
}
