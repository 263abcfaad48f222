import type { MigrationTools } from "./migration.ts";

/**
 * Beside each partnership of a bid also its round: which bids a partnership made to a round is asked whenever one is
 * logged, and is then one step in an index, not all bids of either held against each other.
 */
export async function up({ columns, guards, run }: MigrationTools): Promise<void> {
  await run(
    `alter table bid_partnership add column bid_round_id ${columns.integer} references round (id)`,
    "update bid_partnership set bid_round_id = (select round_id from bid where bid.id = bid_partnership.bid_id)",
    "create index bid_partnership_round on bid_partnership (partnership_id, bid_round_id, bid_id)",
    ...guards.roundsOfBidsWithPartnerships(),
  );
}
