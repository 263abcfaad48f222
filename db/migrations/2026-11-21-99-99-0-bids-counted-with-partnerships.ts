import type { MigrationTools } from "./migration.ts";

/**
 * Beside each partnership of a bid what a list of that partnership's bids counts and adds up, so that it is read in one
 * stretch of an index, not bid by bid in as many steps. The database keeps it; nobody writes it.
 */
export async function up({ columns, guards, run }: MigrationTools): Promise<void> {
  await run(
    "alter table bid_partnership add column bid_status text",
    `alter table bid_partnership add column bid_requested_pence ${columns.integer}`,
    "alter table bid_partnership add column bid_requested_basis text",
    `update bid_partnership set (bid_status, bid_requested_pence, bid_requested_basis) =
      (select status, requested_pence, requested_basis from bid where bid.id = bid_partnership.bid_id)`,
    "drop index bid_partnership_partnership",
    `create index bid_partnership_partnership on bid_partnership
      (partnership_id, bid_id, bid_status, bid_requested_pence, bid_requested_basis)`,
    ...guards.bidsCountedWithPartnerships(),
  );
}
