import type { MigrationTools } from "./migration.ts";

/** Who is responsible for an award, where that is not left to whoever owns the bid that it came of. */
export async function up({ run, columns: { integer: int } }: MigrationTools): Promise<void> {
  await run(
    `alter table award add column owner_id ${int} references person (id)`,
    `create index award_owner on award (owner_id, id) where owner_id is not null`,
  );
}
