import { type RawBuilder, sql } from "kysely";
import type { BidColumn } from "./bid-sorts.ts";

/** What a column is put in order by. */
type SortKey = {
  expression: RawBuilder<string | number | null>;
  /** True where no bid is without it. */
  always?: true;
  /** True where an index has the bids in this order. */
  indexed?: true;
};

/** The numbers are the stages of a bid's life; the index `bid_stage` has the same words. */
const STAGE = sql<number>`(case bid.status when 'draft' then 1 when 'awaiting_sign_off' then 2
  when 'submitted' then 3 when 'clarification_requested' then 4 when 'reserve' then 5 when 'awarded' then 6
  when 'part_awarded' then 7 when 'unsuccessful' then 8 else 9 end)`;

const LEAD = sql<string>`(select lower(partnership.name) from bid_partnership
  inner join partnership on partnership.id = bid_partnership.partnership_id
  where bid_partnership.bid_id = bid.id and bid_partnership.part = 'lead')`;

const OWNER = sql<string>`(select lower(person.name) from bid_team inner join person on person.id = bid_team.person_id
  where bid_team.bid_id = bid.id and bid_team.part = 'owner')`;

const CLOSES = sql<string>`(select round.closes_at from round where round.id = bid.round_id)`;

/** Funder, fund and round, as the list says them. */
const SOURCE = sql<string>`coalesce(
  (select lower(coalesce(funder.name || ', ', '') || fund.name || ', ' || round.name) from round
    inner join fund on fund.id = round.fund_id left join funder on funder.id = fund.funder_id
    where round.id = bid.round_id),
  (select lower(coalesce(funder.name || ', ', '') || fund.name) from fund
    left join funder on funder.id = coalesce(fund.funder_id, bid.funder_id) where fund.id = bid.fund_id),
  (select lower(funder.name) from funder where funder.id = bid.funder_id))`;

/** The bid's own number stands for its reference: both are given out one after the other. */
export const SORT_KEYS: Record<Exclude<BidColumn, "reference">, SortKey> = {
  title: { expression: sql`lower(bid.title)`, always: true, indexed: true },
  status: { expression: STAGE, always: true, indexed: true },
  requested: { expression: sql`bid.requested_pence`, indexed: true },
  decision: { expression: sql`bid.expected_decision`, indexed: true },
  closes: { expression: CLOSES },
  partnership: { expression: LEAD },
  funder: { expression: SOURCE },
  owner: { expression: OWNER },
};
