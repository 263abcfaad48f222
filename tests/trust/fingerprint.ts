import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Database } from "#db/open.server.ts";
import { TABLE_KINDS } from "./table-kinds.ts";

type Table = keyof typeof TABLE_KINDS;

const TABLES = Object.keys(TABLE_KINDS) as Table[];

/** For each table the number of its rows and a hash of all that they hold: equal where nothing has changed. */
export async function fingerprint(
  db: Database,
  tables: readonly Table[] = TABLES,
): Promise<Record<string, string>> {
  const marks: Record<string, string> = {};
  for (const table of tables) {
    const rows = await rowsOf(db, table);
    marks[table] = `${rows.length} ${createHash("sha256").update(rows.sort().join("\n")).digest("hex")}`;
  }
  return marks;
}

/** Every row of a table, as JSON. */
export async function rowsOf(db: Database, table: Table): Promise<string[]> {
  const { rows } = await sql`select * from ${sql.table(table)}`.execute(db.read);
  return rows.map((row) => JSON.stringify(row));
}
