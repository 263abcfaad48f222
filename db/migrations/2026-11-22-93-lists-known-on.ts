import type { MigrationTools } from "./migration.ts";

/** A funder's list can be held against our awards as they were known on an earlier day; each was as they were known when it was. */
export async function up({ run }: MigrationTools): Promise<void> {
  await run(
    `alter table reconciliation add column known_on text`,
    `update reconciliation set known_on = substr(matched_at, 1, 10) where matched_at is not null`,
  );
}
