import type { MigrationTools } from "./migration.ts";

/** Of the bids of a theme that hold a word, those at a status are found without asking the others for theirs. */
export async function up({ run, search }: MigrationTools): Promise<void> {
  await run(...search.statusesOfBids);
}
