import { Migrator } from "kysely";
import { migrations } from "./migrations/index.ts";
import type { Database } from "./open.server.ts";

/** The register was written by a newer version of the program than this one. */
export class NewerSchemaError extends Error {
  override name = "NewerSchemaError";
}

/**
 * Brings the register to this program's schema; does nothing where it is there already.
 * @returns names of the migrations that were run now.
 * @throws NewerSchemaError where the register knows a migration that this program does not.
 */
export async function migrateToLatest(database: Database): Promise<string[]> {
  const { engine } = database;
  const known = migrations(engine);
  const migrator = new Migrator({ db: engine.writer, provider: { getMigrations: async () => known } });
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
