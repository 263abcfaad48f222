import type { MigrationTools } from "./migration.ts";

/** Two administrators who change one account at once are told of each other. */
export async function up({ run, columns }: MigrationTools): Promise<void> {
  await run(`alter table person add column version ${columns.integer} not null default 1`);
}
