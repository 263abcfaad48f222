import type { MigrationTools } from "./migration.ts";

/** Every request asks where somebody belongs: of hundreds of partnerships no row is looked up. */
export async function up({ run }: MigrationTools): Promise<void> {
  await run("create index membership_of_person on membership (person_id, role, partnership_id)");
}
