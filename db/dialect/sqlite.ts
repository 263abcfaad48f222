import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  SqliteAdapter,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  sql,
} from "kysely";
import type { DatabaseSchema } from "../schema.ts";
import { theOneHead, writeAuditHead } from "./audit-head.ts";
import type { AuditHead, ColumnTypes, Engine } from "./engine.ts";
import { insertRowsWith } from "./insert-rows.ts";
import { writeRowsInThread } from "./rows-thread.ts";
import { AsideDialect } from "./sqlite-aside.ts";
import { namingDamage, refuseDamagedFile, registerFile } from "./sqlite-file.ts";
import { sqliteGuards } from "./sqlite-guards.ts";
import { settleSearch, sqliteSearch } from "./sqlite-search.ts";
import { keepStatements } from "./sqlite-statements.ts";

const OPENING_ATTEMPTS = 50;
const OPENING_WAIT_MS = 50;

const columns: ColumnTypes = {
  id: "integer primary key autoincrement",
  integer: "integer",
  real: "real",
  bytes: "blob",
  tableOptions: "strict",
};

/** Full, broken, gone or not to be written: what an administrator mends and the next request then passes. */
const UNAVAILABLE = /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|NOLFS|PROTOCOL)/;

/**
 * Opens (and, where it is absent, creates) the register in one file. `:memory:` is not supported.
 * @throws DamagedDatabaseError where something stands there that is no whole database; it is left as it is.
 */
export function openSqlite(file: string): Engine {
  mkdirSync(dirname(file), { recursive: true });
  refuseDamagedFile(file);
  const writeHandle = openFile(file);
  const readHandle = openFile(file);
  readHandle.pragma("query_only = ON");
  const open = (handle: BetterSqlite3.Database) =>
    new Kysely<DatabaseSchema>({
      dialect: new ImmediateDialect({ database: keepStatements(handle) }, handle),
    });
  const writer = open(writeHandle);
  const reader = open(readHandle);
  const aside = new Kysely<DatabaseSchema>({ dialect: new AsideDialect(file) });
  return {
    reader,
    writer,
    aside,
    hasOneWriter: true,
    columns,
    guards: sqliteGuards,
    search: sqliteSearch,
    isAmong: (column, ids) => sql`${column} in (select value from json_each(${JSON.stringify(ids)}))`,
    // LIKE takes twice as long: it looks at each letter for its capital.
    holds: (text, part) => sql`instr(${text}, ${part}) > 0`,
    through: (index) => sql`indexed by ${sql.ref(index)}`,
    isUniqueViolation: (error) =>
      codeOf(error).startsWith("SQLITE_CONSTRAINT_UNIQUE") ||
      codeOf(error) === "SQLITE_CONSTRAINT_PRIMARYKEY",
    isBusy: (error) => codeOf(error).startsWith("SQLITE_BUSY"),
    isUnavailable: (error) => UNAVAILABLE.test(codeOf(error)),
    file: registerFile(file),
    // `begin immediate` already holds the only write lock there is.
    lockAward: async () => {},
    lockAuditHead: async (transaction) => {
      const { rows } = await sql<AuditHead>`select seq, at, hash from audit_head`.execute(transaction);
      return theOneHead(rows);
    },
    moveAuditHead: writeAuditHead,
    insertRows: insertRowsWith(() => "?"),
    writeRows: (work, signal) =>
      writeRowsInThread(
        { opener: new URL("./sqlite-rows.mjs", import.meta.url), source: { file } },
        work,
        signal,
      ),
    settleAfterBulk: async () => {
      for (const statement of settleSearch) await sql.raw(statement).execute(writer);
      await sql`analyze`.execute(writer);
    },
    checkIntegrity: async () => checkIntegrity(file),
    close: async () => {
      await aside.destroy();
      await reader.destroy();
      await writer.destroy();
      // A connection that was never used is not closed by the above, and would keep the log beside the file.
      readHandle.close();
      writeHandle.close();
    },
  };
}

/** The standard 2 MB does not hold the indexes of a list and of its counts. */
const CACHE_KIB = 24 * 1024;

/** 16 MB: a bid logged is 40 pages, most of them the same as of the one before, which are then carried over once. */
const CHECKPOINT_PAGES = 4000;

/** Every open sets every pragma: SQLite forgets `synchronous` and `foreign_keys` with each connection. */
function openFile(file: string): BetterSqlite3.Database {
  const handle = new BetterSqlite3(file, { timeout: 1000 });
  try {
    inWalMode(handle);
    handle.pragma("synchronous = FULL");
    handle.pragma("foreign_keys = ON");
    handle.pragma("recursive_triggers = ON");
    handle.pragma("trusted_schema = OFF");
    handle.pragma(`cache_size = -${CACHE_KIB}`);
    handle.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    return handle;
  } catch (error) {
    handle.close();
    throw namingDamage(file, error);
  }
}

/** Of two that open a new file at once, one is told at once that it is busy: SQLite does not wait for this lock. */
function inWalMode(handle: BetterSqlite3.Database): void {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const mode = handle.pragma("journal_mode = WAL", { simple: true });
      if (mode !== "wal") throw new Error(`The register cannot be kept here: SQLite stays in mode ${mode}`);
      return;
    } catch (error) {
      if (!codeOf(error).startsWith("SQLITE_BUSY") || attempt === OPENING_ATTEMPTS) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, OPENING_WAIT_MS);
    }
  }
}

/**
 * Looks with a connection of its own: one that has been open for long may remember a search index as it was before
 * another process wrote to it, and then finds fault with it.
 */
function checkIntegrity(file: string): string[] {
  const handle = new BetterSqlite3(file, { readonly: true, timeout: 1000 });
  try {
    const integrity = handle.pragma("integrity_check") as { integrity_check: string }[];
    const foreign = handle.pragma("foreign_key_check") as { table: string; rowid: number }[];
    return [
      ...integrity.map((row) => row.integrity_check).filter((message) => message !== "ok"),
      ...foreign.map((row) => `A row of ${row.table} (${row.rowid}) points to a record that does not exist`),
    ];
  } finally {
    handle.close();
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** Read-then-write transactions of two processes fail half the time under a plain `begin`; none under this one. */
class ImmediateDriver extends SqliteDriver {
  readonly #handle: BetterSqlite3.Database;
  constructor(config: SqliteDialectConfig, handle: BetterSqlite3.Database) {
    super(config);
    this.#handle = handle;
  }
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await this.rollbackTransaction(connection);
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }
  /** A full or broken disk has often rolled back already; a second time would hide why behind an error of its own. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#handle.inTransaction) await connection.executeQuery(CompiledQuery.raw("rollback"));
  }
}

/** SQLite's schema changes are transactional; the library's adapter does not say so. */
class TransactionalSchemaAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class ImmediateDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;
  readonly #handle: BetterSqlite3.Database;
  constructor(config: SqliteDialectConfig, handle: BetterSqlite3.Database) {
    super(config);
    this.#config = config;
    this.#handle = handle;
  }
  override createDriver(): Driver {
    return new ImmediateDriver(this.#config, this.#handle);
  }
  override createAdapter(): SqliteAdapter {
    return new TransactionalSchemaAdapter();
  }
}
