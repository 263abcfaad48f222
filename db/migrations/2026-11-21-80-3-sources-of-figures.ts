import type { MigrationTools } from "./migration.ts";

/** Which attachment an award's amount was taken from. A sealed version never changes, so this stands beside it. */
export async function up({ run, columns }: MigrationTools): Promise<void> {
  const { id, integer: int, tableOptions: end } = columns;
  await run(
    `create table award_figure_source (
      id ${id}, version_id ${int} not null references award_version (id),
      attachment_id ${int} not null references attachment (id), place text,
      stated_at text not null, stated_by ${int} references person (id),
      taken_back_at text, taken_back_by ${int} references person (id),
      check (taken_back_at is not null or taken_back_by is null)) ${end}`,
    `create index award_figure_source_version on award_figure_source (version_id, id)`,
  );
}
