import type { MigrationTools } from "./migration.ts";

/** Bids are found by the names of their projects without all projects of that name being read. */
export async function up({ run, search }: MigrationTools): Promise<void> {
  await run(...(search.projectsOfBids?.index ?? []));
}
