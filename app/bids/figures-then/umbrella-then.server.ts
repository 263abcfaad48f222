import { type RawBuilder, sql } from "kysely";

/**
 * Which bids belong to umbrella records: `bid_id`, `umbrella_id`. That has no day of its own: of what is known at a position
 * in the audit log it counts as it was said at an earlier one, or, of a bid of which it was said later, as it was said
 * first. Null is now.
 */
export function umbrellaThen(at: { known: number; said: number } | null): RawBuilder<unknown> {
  if (at === null) return sql`select bid_id, umbrella_id from bid_umbrella_member`;
  return sql`select kept.bid_id, kept.umbrella_id from bid_umbrella_member_known as kept
    where kept.gone = 0 and kept.seq <= ${at.known} and (kept.seq <= ${at.said} or kept.seq = (
        select min(earliest.seq) from bid_umbrella_member_known as earliest where earliest.bid_id = kept.bid_id))
      and not exists (select 1 from bid_umbrella_member_known as later where later.bid_id = kept.bid_id
        and later.seq > kept.seq and later.seq <= ${at.said})`;
}
