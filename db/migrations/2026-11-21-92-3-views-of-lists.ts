import type { MigrationTools } from "./migration.ts";

/** Views are kept of where things stand too; those that are there already are of the list of bids. */
export async function up({ run }: MigrationTools): Promise<void> {
  await run(
    `alter table saved_view add column list text not null default 'bids' check (list in ('bids', 'standing'))`,
  );
}
