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
import type { ColumnTypes, Engine } from "./engine.ts";
import { sqliteGuards } from "./sqlite-guards.ts";

const columns: ColumnTypes = {
  id: "integer primary key autoincrement",
  integer: "integer",
  real: "real",
  tableOptions: "strict",
};

/** Opens (and, where it is absent, creates) the register in one file. `:memory:` is not supported. */
export function openSqlite(file: string): Engine {
  mkdirSync(dirname(file), { recursive: true });
  const writeHandle = openFile(file);
  const readHandle = openFile(file);
  readHandle.pragma("query_only = ON");
  const writer = new Kysely<DatabaseSchema>({ dialect: new ImmediateDialect({ database: writeHandle }) });
  const reader = new Kysely<DatabaseSchema>({ dialect: new ImmediateDialect({ database: readHandle }) });
  return {
    reader,
    writer,
    columns,
    guards: sqliteGuards,
    isUniqueViolation: (error) =>
      codeOf(error).startsWith("SQLITE_CONSTRAINT_UNIQUE") ||
      codeOf(error) === "SQLITE_CONSTRAINT_PRIMARYKEY",
    isBusy: (error) => codeOf(error).startsWith("SQLITE_BUSY"),
    // `begin immediate` already holds the only write lock there is.
    lockAward: async () => {},
    lockAuditHead: (transaction) =>
      transaction.selectFrom("audit_head").select(["seq", "at", "hash"]).executeTakeFirstOrThrow(),
    checkIntegrity: () => checkIntegrity(reader),
    close: async () => {
      await reader.destroy();
      await writer.destroy();
    },
  };
}

/** Every open sets every pragma: SQLite forgets `synchronous` and `foreign_keys` with each connection. */
function openFile(file: string): BetterSqlite3.Database {
  const handle = new BetterSqlite3(file, { timeout: 1000 });
  handle.pragma("journal_mode = WAL");
  handle.pragma("synchronous = FULL");
  handle.pragma("foreign_keys = ON");
  handle.pragma("recursive_triggers = ON");
  handle.pragma("trusted_schema = OFF");
  return handle;
}

async function checkIntegrity(db: Kysely<DatabaseSchema>): Promise<string[]> {
  const integrity = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
  const foreign = await sql<{ table: string; rowid: number }>`pragma foreign_key_check`.execute(db);
  return [
    ...integrity.rows.map((row) => row.integrity_check).filter((message) => message !== "ok"),
    ...foreign.rows.map(
      (row) => `A row of ${row.table} (${row.rowid}) points to a record that does not exist`,
    ),
  ];
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** Read-then-write transactions of two processes fail half the time under a plain `begin`; none under this one. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
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
  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }
  override createDriver(): Driver {
    return new ImmediateDriver(this.#config);
  }
  override createAdapter(): SqliteAdapter {
    return new TransactionalSchemaAdapter();
  }
}
