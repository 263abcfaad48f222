import type BetterSqlite3 from "better-sqlite3";
import type { SqliteDatabase } from "kysely";

/** More than all the statements of the program; those of odd shapes make way again. */
const KEPT = 500;

/**
 * A connection that prepares each statement once and keeps it, the ones used last: preparing costs more than running
 * most of them. One that is still being read is prepared anew.
 */
export function keepStatements(handle: BetterSqlite3.Database): SqliteDatabase {
  const kept = new Map<string, BetterSqlite3.Statement>();
  return {
    close: () => void handle.close(),
    prepare: (text) => {
      const found = kept.get(text);
      if (found?.busy) return handle.prepare(text);
      const statement = found ?? handle.prepare(text);
      kept.delete(text);
      kept.set(text, statement);
      if (kept.size > KEPT) kept.delete(kept.keys().next().value as string);
      return statement;
    },
  };
}
