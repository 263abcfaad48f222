import { type RawBuilder, sql } from "kysely";

/**
 * What the costs of bids are: `bid_id`, `financial_year`, `stream`, `amount_pence`. Costs have no day of their own: of what is
 * known at a position in the audit log they count as they were said at an earlier one, or, of a bid of which they were said
 * later, as they were said first. Null is now.
 */
export function costsThen(at: { known: number; said: number } | null): RawBuilder<unknown> {
  if (at === null) return sql`select bid_id, financial_year, stream, amount_pence from bid_cost`;
  return sql`select kept.bid_id, kept.financial_year, kept.stream, kept.amount_pence from bid_cost_known as kept
    where kept.gone = 0 and kept.seq <= ${at.known} and (kept.seq <= ${at.said} or kept.seq = (
        select min(earliest.seq) from bid_cost_known as earliest where earliest.bid_id = kept.bid_id))
      and not exists (select 1 from bid_cost_known as later where later.bid_id = kept.bid_id
        and later.financial_year = kept.financial_year and later.stream = kept.stream
        and later.seq > kept.seq and later.seq <= ${at.said})`;
}
