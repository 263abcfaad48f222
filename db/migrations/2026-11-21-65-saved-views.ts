import type { MigrationTools } from "./migration.ts";

/** The views of the list of bids that people keep, and the one that it opens with for each of them. */
export async function up({ run, columns }: MigrationTools): Promise<void> {
  const { id, integer: int, tableOptions: end } = columns;
  await run(
    `create table saved_view (
      id ${id}, person_id ${int} not null references person (id), partnership_id ${int} references partnership (id),
      name text not null check (length(name) between 1 and 200), query text not null, created_at text not null) ${end}`,
    `create unique index saved_view_own on saved_view (person_id, name) where partnership_id is null`,
    `create unique index saved_view_shared on saved_view (partnership_id, name) where partnership_id is not null`,
    `create table default_view (
      person_id ${int} primary key references person (id), view_id ${int} not null references saved_view (id)) ${end}`,
    `create index default_view_view on default_view (view_id)`,
  );
}
