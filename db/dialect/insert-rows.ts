import { CompiledQuery, type Kysely } from "kysely";
import type { DatabaseSchema } from "../schema.ts";
import type { Engine } from "./engine.ts";

const ROWS_AT_ONCE = 100;

/**
 * Adds rows a hundred at a time by statements written out here: the query builder would spend longer on each value
 * than the engine does.
 * @param placeholder how the engine writes its nth parameter, from 1.
 */
export function insertRowsWith(placeholder: (position: number) => string): Engine["insertRows"] {
  return async (transaction, table, rows) => {
    const columns = Object.keys(rows[0] ?? {});
    for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
      await insertSome(transaction, table, columns, rows.slice(start, start + ROWS_AT_ONCE));
    }
  };

  async function insertSome(
    transaction: Kysely<DatabaseSchema>,
    table: string,
    columns: readonly string[],
    rows: readonly object[],
  ): Promise<void> {
    const tuple = (row: number) =>
      `(${columns.map((_, column) => placeholder(row * columns.length + column + 1)).join(", ")})`;
    const text = `insert into ${table} (${columns.join(", ")}) values ${rows.map((_, row) => tuple(row)).join(", ")}`;
    const values = rows.flatMap((row) => columns.map((column) => (row as Record<string, unknown>)[column]));
    await transaction.executeQuery(CompiledQuery.raw(text, values));
  }
}
