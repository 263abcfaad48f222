import type { Database } from "#db/open.server.ts";
import { CANARY } from "./canary.ts";
import { rowsOf } from "./fingerprint.ts";
import { TABLE_KINDS } from "./table-kinds.ts";

type Table = keyof typeof TABLE_KINDS;

/** What is never changed by anybody: it can only grow. */
const FOREVER: readonly Table[] = ["posting", "audit_entry", "award_version", "allocation_line"];

/** The rows that no request of the visitors may change: records of the foreign partnership, the ledger, the audit log. */
export async function untouchable(db: Database): Promise<Set<string>> {
  const kept = new Set<string>();
  for (const table of Object.keys(TABLE_KINDS) as Table[]) {
    for (const row of await rowsOf(db, table)) {
      if (FOREVER.includes(table) || row.includes(CANARY)) kept.add(`${table} ${row}`);
    }
  }
  return kept;
}

/** Rows that were there before and are not there as they were. */
export function lost(before: ReadonlySet<string>, now: ReadonlySet<string>): string[] {
  return [...before].filter((row) => !now.has(row)).map((row) => `changed or gone: ${row}`);
}
