import { setTimeout as wait } from "node:timers/promises";
import { type MigrationInfo, Migrator } from "kysely";
import { migrations } from "./migrations/index.ts";
import type { Database } from "./open.server.ts";

/** The register was written by a newer version of the program than this one. */
export class NewerSchemaError extends Error {
  override name = "NewerSchemaError";
}

/** Others that start at the same time may be migrating: longer than that takes. */
const BUSY_MS = 10 * 60_000;
const BUSY_WAIT_MS = 200;

/**
 * Brings the register to this program's schema; does nothing where it is there already. All migrations are one
 * transaction, so one that is killed has not happened. Before a register that holds something is changed, a copy of it
 * is made beside it, where it is a file.
 * @param options.copyBefore false where there is a copy already.
 * @param options.tell is given the name of the copy that was made.
 * @returns names of the migrations that were run now.
 * @throws NewerSchemaError where the register knows a migration that this program does not.
 */
export async function migrateToLatest(
  database: Database,
  options: { copyBefore?: boolean; tell?: (copy: string) => void } = {},
): Promise<string[]> {
  const { engine } = database;
  const known = migrations(engine);
  const migrator = new Migrator({ db: engine.writer, provider: { getMigrations: async () => known } });
  if (options.copyBefore !== false) {
    const copy = await whileBusy(database, async () => copyBefore(database, await migrator.getMigrations()));
    if (copy !== null) options.tell?.(copy);
  }
  return whileBusy(database, () => migrate(migrator));
}

async function migrate(migrator: Migrator): Promise<string[]> {
  const { error, results } = await migrator.migrateToLatest();
  if (error instanceof Error && error.message.startsWith("corrupted migrations")) {
    throw new NewerSchemaError(
      "This register was written by a newer version of this program. Start that version, or restore a backup.",
    );
  }
  if (error) throw error;
  return (results ?? [])
    .filter((result) => result.status === "Success")
    .map((result) => result.migrationName);
}

/** @returns the file of the copy, named with the moment; null where there is nothing to change, or nothing to lose. */
async function copyBefore({ engine }: Database, all: readonly MigrationInfo[]): Promise<string | null> {
  const isRegister = all.some((migration) => migration.executedAt !== undefined);
  const isBehind = all.some((migration) => migration.executedAt === undefined);
  if (engine.file === null || !isRegister || !isBehind) return null;
  const moment = new Date().toISOString().replaceAll(":", "-");
  const copy = `${engine.file.path}.before-migration-${moment}`;
  await engine.file.copyTo(copy);
  return copy;
}

async function whileBusy<Value>({ engine }: Database, work: () => Promise<Value>): Promise<Value> {
  const until = performance.now() + BUSY_MS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!engine.isBusy(error) || performance.now() > until) throw error;
      await wait(BUSY_WAIT_MS);
    }
  }
}
