import type { MigrationTools } from "./migration.ts";

/** Secret addresses from which calendar programs read a person's deadlines. */
export async function up({ run, columns }: MigrationTools): Promise<void> {
  const { id, integer: int, tableOptions: end } = columns;
  await run(
    `create table calendar_address (
      id ${id}, person_id ${int} not null references person (id), name text not null, token_hash text not null unique,
      created_at text not null, last_used_at text, revoked_at text) ${end}`,
    `create index calendar_address_person on calendar_address (person_id, id)`,
  );
}
