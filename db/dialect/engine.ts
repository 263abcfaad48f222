import type { Kysely } from "kysely";
import type { DatabaseSchema } from "../schema.ts";

/** How the columns of a migration are spelt on an engine. */
export type ColumnTypes = {
  /** A generated whole-number primary key. */
  id: string;
  integer: string;
  real: string;
  /** What stands after the closing bracket of a table. */
  tableOptions: string;
};

/** Triggers that make the database refuse what must never happen, as statements to run one by one. */
export type Guards = {
  /** Rows of the table can be added and never changed, deleted, replaced or truncated. */
  appendOnly(table: string, keyColumn: string): string[];
  /** Versions, lines and partnerships of awards: docs/decisions/0001-the-ledger.md lists what each refuses. */
  ledger(): string[];
  /** Summaries follow the postings in the same transaction. */
  summaries(): string[];
};

export type AuditHead = { seq: number; at: string; hash: string };

/** All that differs between SQLite and PostgreSQL. */
export type Engine = {
  /** Reads; on SQLite a connection of its own, so that a read never waits for a write. */
  reader: Kysely<DatabaseSchema>;
  /** Transactions are started here and nowhere else. */
  writer: Kysely<DatabaseSchema>;
  columns: ColumnTypes;
  guards: Guards;
  isUniqueViolation(error: unknown): boolean;
  /** True where the engine was only busy and the whole transaction may be tried again. */
  isBusy(error: unknown): boolean;
  /** Locks the award's row, and those who wait for it, until the transaction ends. */
  lockAward(transaction: Kysely<DatabaseSchema>, awardId: number): Promise<void>;
  /** Reads the head of the audit log, and so the ledger's position, and locks it until the transaction ends. */
  lockAuditHead(transaction: Kysely<DatabaseSchema>): Promise<AuditHead>;
  /** The engine's own check of what is stored; empty where all is well. */
  checkIntegrity(): Promise<string[]>;
  close(): Promise<void>;
};
