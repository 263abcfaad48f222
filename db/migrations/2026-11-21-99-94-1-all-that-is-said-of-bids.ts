import type { MigrationTools } from "./migration.ts";

/** Bids are found by their own words, their projects and their themes in one index. */
export async function up({ run, search }: MigrationTools): Promise<void> {
  await run(...search.wholeBids.index);
}
