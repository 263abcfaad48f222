import { type RawBuilder, sql } from "kysely";

/**
 * What bids state of match funding: `bid_id`, `form`, `amount_pence`. Match has no day of its own: of what is known at a
 * position in the audit log it counts as it was said at an earlier one, or, of a bid of which it was said later, as it was
 * said first. Null is now.
 */
export function matchThen(at: { known: number; said: number } | null): RawBuilder<unknown> {
  if (at === null) return sql`select bid_id, form, amount_pence from bid_match`;
  return sql`select kept.bid_id, kept.form, kept.amount_pence from bid_match_known as kept
    where kept.gone = 0 and kept.seq <= ${at.known} and (kept.seq <= ${at.said} or kept.seq = (
        select min(earliest.seq) from bid_match_known as earliest where earliest.bid_id = kept.bid_id))
      and not exists (select 1 from bid_match_known as later where later.bid_id = kept.bid_id
        and later.position = kept.position and later.seq > kept.seq and later.seq <= ${at.said})`;
}
