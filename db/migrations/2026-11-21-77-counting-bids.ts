import type { MigrationTools } from "./migration.ts";

/** What a list of bids counts and adds up, without reading the bids themselves. */
export async function up({ run }: MigrationTools): Promise<void> {
  await run("create index bid_counted on bid (id, status, requested_pence, requested_basis)");
}
