import type { MigrationTools } from "./migration.ts";

/** Tokens with which a spreadsheet fetches files for a person. Only the hash is kept. */
export async function up({ run, columns }: MigrationTools): Promise<void> {
  const { id, integer: int, tableOptions: end } = columns;
  await run(
    `create table access_token (
      id ${id}, person_id ${int} not null references person (id), token_hash text not null unique,
      name text not null, created_at text not null, expires_at text not null, last_used_at text, revoked_at text,
      check (expires_at > created_at)) ${end}`,
    `create index access_token_person on access_token (person_id)`,
  );
}
