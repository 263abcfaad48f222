import { CompiledQuery, type Kysely } from "kysely";
import type { DatabaseSchema } from "../schema.ts";
import type { Engine } from "./engine.ts";

const ROWS_AT_ONCE = 100;
const MOST_COLUMNS = 1_000;

/**
 * Adds rows a hundred at a time by statements written out here: the query builder would spend longer on each value
 * than the engine does.
 * @param placeholder how the engine writes its nth parameter, from 1.
 */
export function insertRowsWith(placeholder: (position: number) => string): Engine["insertRows"] {
  const known = new Map<number, string>();
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
    const text = `insert into ${table} (${columns.join(", ")}) values ${placeholders(rows.length, columns.length)}`;
    const values: unknown[] = [];
    for (const row of rows as readonly Record<string, unknown>[]) {
      for (const column of columns) values.push(row[column]);
    }
    await transaction.executeQuery(CompiledQuery.raw(text, values));
  }

  /** "(?, ?), (?, ?)" for so many rows of so many columns; the same few are asked for again and again. */
  function placeholders(rows: number, columns: number): string {
    const key = rows * MOST_COLUMNS + columns;
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = Array.from({ length: rows }, (_, row) => {
      const tuple = Array.from({ length: columns }, (_, column) => placeholder(row * columns + column + 1));
      return `(${tuple.join(", ")})`;
    }).join(", ");
    known.set(key, made);
    return made;
  }
}
