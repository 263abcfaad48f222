import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Context, Scope } from "#app/platform/context.server.ts";

/** A bid that is asked for, as far as it may be read. */
export type OneBid = { bidId: number; scope: Scope };

/** Up to so many partnerships their bids are looked up; with more, each bid is asked whose it is. */
const FEW_PARTNERSHIPS = 20;

/** All bids that the actor may read: of every partnership, or those in which one of theirs takes part or records. */
export function bidsInScope({ db, scope }: Context) {
  return db.read.selectFrom("bid").where(isAmongBids(scope));
}

/** The condition under which a bid may be read, for queries over all bids. */
export function isAmongBids(scope: Scope): RawBuilder<SqlBool> {
  if (scope.all || scope.partnershipIds.length > FEW_PARTNERSHIPS) return isBidInScope(scope);
  const ids = sql.join([0, ...scope.partnershipIds]);
  return sql`bid.id in (select bid_id from bid_partnership where partnership_id in (${ids}))`;
}

/** The condition under which a bid may be read, for queries that come to few bids by another way. */
export function isBidInScope(scope: Scope): RawBuilder<SqlBool> {
  return scope.all ? sql`1 = 1` : takesPart(scope.partnershipIds);
}

/** True of a bid in which one of these partnerships takes part or records. */
export function takesPart(partnershipIds: readonly number[]): RawBuilder<SqlBool> {
  // The sum keeps the planner from asking for each of many partnerships in turn: a bid has a few, and these are read.
  return sql`exists (select 1 from bid_partnership as part where part.bid_id = bid.id
    and part.partnership_id + 0 in (${written(partnershipIds)}))`;
}

/**
 * Few ids are parameters, so that the query of one partnership is that of the next and stays prepared. Hundreds are
 * written into the query: they would take longer to hand over than to look up.
 */
export function written(ids: readonly number[]): RawBuilder<unknown> {
  if (!ids.every(Number.isSafeInteger)) throw new RangeError("Ids are whole numbers");
  const all = [0, ...ids];
  return ids.length <= FEW_PARTNERSHIPS ? sql.join(all) : sql.raw(all.join(", "));
}
