import type { Context } from "#app/platform/context.server.ts";

/** The bids that the actor may read: of every partnership, or those in which one of theirs takes part or records. */
export function bidsInScope(context: Context) {
  const bids = context.db.read.selectFrom("bid");
  const { scope } = context;
  if (scope.all) return bids;
  const ids = scope.partnershipIds.length > 0 ? scope.partnershipIds : [0];
  return bids.where("bid.id", "in", (e) =>
    e.selectFrom("bid_partnership").select("bid_id").where("partnership_id", "in", ids),
  );
}
