import type { MigrationTools } from "./migration.ts";

/** How long before the end of a financial year a funder wants to be asked for a variation. */
export async function up({ run, columns }: MigrationTools): Promise<void> {
  await run(
    `alter table award_terms add column variation_weeks ${columns.integer} check (variation_weeks between 0 and 52)`,
  );
}
