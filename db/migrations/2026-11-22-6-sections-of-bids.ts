import type { MigrationTools } from "./migration.ts";

/** Bids are found by what their sections say, too: need, evidence, area, outcomes promised, risks, organisations. */
export async function up({ run, search }: MigrationTools): Promise<void> {
  await run(...search.sectionsOfBids);
}
