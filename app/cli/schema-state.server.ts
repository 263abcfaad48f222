import { sql } from "kysely";
import { migrations } from "#db/migrations/index.ts";
import type { Database } from "#db/open.server.ts";

/** What stands in a database: nothing, another program's tables, or a register of this or another version. */
export type SchemaState = "empty" | "foreign" | "older" | "current" | "newer";

/** Looks without changing anything. */
export async function schemaStateOf(database: Database): Promise<SchemaState> {
  const tables = await database.engine.reader.introspection.getTables({ withInternalKyselyTables: true });
  const names = new Set(tables.map((table) => table.name));
  if (names.size === 0) return "empty";
  if (!names.has("kysely_migration")) return "foreign";
  const known = Object.keys(migrations(database.engine));
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(database.read);
  const run = new Set(rows.map((row) => row.name));
  if ([...run].some((name) => !known.includes(name))) return "newer";
  return known.every((name) => run.has(name)) ? "current" : "older";
}
