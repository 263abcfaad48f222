import { setTimeout as wait } from "node:timers/promises";
import { DamagedDatabaseError } from "#db/damaged-database.ts";
import { migrateToLatest } from "#db/migrate.server.ts";
import { type Database, openDatabase } from "#db/open.server.ts";
import type { Environment } from "../env.server.ts";
import type { Log } from "../log.server.ts";

/** A register of many gigabytes is not waited for: it is served, and given up as soon as damage is found. */
const PATIENCE_MS = 1_500;

/**
 * Opens the register for serving: looked through for damage, and brought to this program's schema.
 * @throws DamagedDatabaseError, NewerSchemaError: nothing has been changed then.
 */
export async function openRegister(environment: Environment, log: Log): Promise<Database> {
  const { databaseUrl, databasePoolSize } = environment;
  const database = openDatabase(databaseUrl, { poolSize: databasePoolSize });
  const checked = refuseDamage(database);
  await Promise.race([checked, wait(PATIENCE_MS)]);
  checked.catch((error: Error) => {
    log.fatal({ err: error }, "the register is damaged");
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
  await migrateToLatest(database, {
    tell: (copy) => log.info({ copy }, "the register was copied before it is changed"),
  });
  return database;
}

async function refuseDamage({ engine }: Database): Promise<void> {
  if (engine.file === null) return;
  const [damage] = await engine.file.findDamage();
  if (damage !== undefined) throw new DamagedDatabaseError(engine.file.path, damage);
}
