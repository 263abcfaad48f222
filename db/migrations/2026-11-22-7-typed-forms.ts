import type { MigrationTools } from "./migration.ts";

/**
 * What somebody typed into a form and has not sent, kept for them alone; and with the key of an accepted form which
 * showing of it that was, so that what was sent since is not offered again.
 */
export async function up({ run, columns }: MigrationTools): Promise<void> {
  const { integer: int, tableOptions: end } = columns;
  await run(
    `create table typed_form (
      person_id ${int} not null references person (id), form text not null,
      shown text, typed_json text not null, typed_at text not null,
      primary key (person_id, form)) ${end}`,
    "alter table form_key add column shown text",
  );
}
