import { sql } from "kysely";
import type { Database } from "#db/open.server.ts";
import { readColumns } from "./canary.ts";
import { CODED_TEXTS, TABLE_KINDS } from "./table-kinds.ts";

/** The texts of owned tables in which no row holds a canary: the schema has grown and the foreign records have not. */
export async function uncanaried(db: Database): Promise<string[]> {
  const columns = await readColumns(db);
  const missing: string[] = [];
  for (const [table, kind] of Object.entries(TABLE_KINDS)) {
    if (kind !== "owned") continue;
    const coded = CODED_TEXTS[table as keyof typeof TABLE_KINDS] ?? [];
    for (const { name, type } of columns.get(table) ?? []) {
      if (type !== "text" || coded.includes(name)) continue;
      const { rows } = await sql`select 1 from ${sql.table(table)}
        where ${sql.ref(name)} like '%KANARIE%' or ${sql.ref(name)} like '2091-07-19%' limit 1`.execute(
        db.read,
      );
      if (rows.length === 0) missing.push(`${table}.${name}`);
    }
  }
  return missing;
}
