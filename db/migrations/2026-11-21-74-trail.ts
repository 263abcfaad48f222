import type { MigrationTools } from "./migration.ts";

/** The way from a round to its awards. */
export async function up({ run }: MigrationTools): Promise<void> {
  await run("create index award_round on award (round_id) where round_id is not null");
}
