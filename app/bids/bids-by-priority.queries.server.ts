import type { Context } from "#app/platform/context.server.ts";
import { isBidInScope } from "./bid-scope.server.ts";
import { COUNTED_PENCE, itemisedByUmbrella } from "./umbrella/umbrella.queries.server.ts";

/**
 * The bids in scope for each priority area of a partnership, with what they count for, pence: what they request, of an
 * umbrella record only what is not itemised. Null is not recorded.
 */
export async function listBidsByPriority({ db, scope }: Context, partnershipId: number) {
  return db.read
    .selectFrom("priority")
    .innerJoin("bid_priority", "bid_priority.priority_id", "priority.id")
    .innerJoin("bid", "bid.id", "bid_priority.bid_id")
    .leftJoin(itemisedByUmbrella(db.read), "itemised.umbrella_id", "bid.id")
    .select(["priority.id as priorityId", "bid.id as bidId", "bid.status", COUNTED_PENCE.as("pence")])
    .where("priority.partnership_id", "=", partnershipId)
    .where(isBidInScope(scope))
    .orderBy("priority.id")
    .orderBy("bid.id")
    .execute();
}
