import type { MigrationTools } from "./migration.ts";

/**
 * What a list of bids is filtered by, without reading the bids themselves, whose texts are long. By what is never
 * filtered second, so that each bid that was found is one step in the index: a status there would be one for each
 * status that was asked for.
 */
export async function up({ run }: MigrationTools): Promise<void> {
  await run(
    `create index bid_filtered on bid (id, requested_basis, status, requested_pence, round_id, fund_id, funder_id,
      submitted_on, decided_on, lead_officer)`,
  );
}
