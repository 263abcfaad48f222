import { Migrator } from "kysely";
import { expect } from "vitest";
import { migrations } from "#db/migrations/index.ts";
import type { Database } from "#db/open.server.ts";

/** Makes a register as it was before a migration. */
export async function migrateUpTo(db: Database, name: string): Promise<void> {
  const then = Object.fromEntries(Object.entries(migrations(db.engine)).filter(([each]) => each < name));
  const migrator = new Migrator({ db: db.engine.writer, provider: { getMigrations: async () => then } });
  expect((await migrator.migrateToLatest()).error).toBeUndefined();
}
