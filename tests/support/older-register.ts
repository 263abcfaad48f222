import { Migrator } from "kysely";
import { expect } from "vitest";
import { migrateToLatest } from "#db/migrate.server.ts";
import { migrations } from "#db/migrations/index.ts";
import { type Database, openDatabase } from "#db/open.server.ts";
import { emptyDatabase } from "./database.ts";

/** Makes a register as it was before a migration. */
async function migrateUpTo(db: Database, name: string): Promise<void> {
  const then = Object.fromEntries(Object.entries(migrations(db.engine)).filter(([each]) => each < name));
  const migrator = new Migrator({ db: db.engine.writer, provider: { getMigrations: async () => then } });
  expect((await migrator.migrateToLatest()).error).toBeUndefined();
}

/** Does the work with a register of its own as it was before a migration, or as it is today, and takes it away again. */
export async function inRegister(
  before: { migration: string } | "of today",
  work: (db: Database) => Promise<void>,
): Promise<void> {
  const { url, remove } = await emptyDatabase();
  const db = openDatabase(url);
  try {
    if (before === "of today") await migrateToLatest(db, { copyBefore: false });
    else await migrateUpTo(db, before.migration);
    await work(db);
  } finally {
    await db.close();
    await remove();
  }
}
