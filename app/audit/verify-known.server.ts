import { sql } from "kysely";
import type { Context } from "#app/platform/context.server.ts";
import {
  CHANGING,
  isSameRecord,
  type KnownTable,
  keysOfKnown,
  NEVER_CHANGED,
  rowsKnown,
} from "./as-known.server.ts";

const EVER = Number.MAX_SAFE_INTEGER;

/**
 * Proves that what is known now of the records that reports read beside the ledger is what stands in them.
 * @returns what is wrong, in words; empty where nothing is.
 */
export async function verifyKnown(context: Context): Promise<string[]> {
  const changing = Object.entries(CHANGING) as [KnownTable, readonly string[]][];
  const problems: string[] = [];
  for (const [table, columns] of [...changing, ...NEVER_CHANGED.map((each) => [each, []] as const)]) {
    const [key] = keysOfKnown(table);
    const same = columns.map(
      (column) => sql`and known.${sql.ref(column)} is not distinct from recorded.${sql.ref(column)}`,
    );
    const { rows } = await sql<{ record: number }>`
      select ${sql.ref(`recorded.${key}`)} as record from ${sql.table(table)} as recorded
      where not exists (select 1 from ${rowsKnown(table, EVER)} as known
        where ${isSameRecord(table, "known", "recorded")} ${sql.join(same, sql` `)})
      order by 1 limit 10`.execute(context.db.aside);
    problems.push(
      ...rows.map(({ record }) => `What is known of ${table} ${record} is not what is recorded there`),
    );
  }
  return problems;
}
