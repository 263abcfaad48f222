import type { Insertable, Kysely, RawBuilder, SqlBool } from "kysely";
import type { DatabaseSchema } from "../schema.ts";
import type { Pieces, RowsToWrite } from "./rows-thread.ts";
import type { Search } from "./search.ts";

/** How the columns of a migration are spelt on an engine. */
export type ColumnTypes = {
  /** A generated whole-number primary key. */
  id: string;
  integer: string;
  real: string;
  /** The bytes of a file. */
  bytes: string;
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
  /**
   * A claim may be without an amount, and without a signature where a document tells of it. `claim` makes the table anew,
   * for an engine that takes no rule off a table; of one that does, the columns are `added` and the rules become `checks`.
   */
  claimsWithoutAmount(parts: {
    claim: string;
    added: readonly string[];
    checks: readonly string[];
  }): string[];
  /**
   * Each change of a row adds what it says now to the table's `_known`, from the position of the next entry in the audit log
   * on; what was known before is never changed. @param columns what of the row is kept beside its key.
   */
  remembers(table: string, key: string | readonly string[], columns: readonly string[]): string[];
  /** Takes away what `remembers` set up, so that the columns of the table can be changed; what is kept stays. */
  remembersNoMore(table: string): string[];
  /** What a list counts of a bid stands beside each of its partnerships, too, and follows it in the same transaction. */
  bidsCountedWithPartnerships(): string[];
  /** The same with the round that the bid is made to, in place of the above. */
  roundsOfBidsWithPartnerships(): string[];
  /** The lines of a claim are append-only from its signature on: those of a draft can be deleted, and written anew. */
  draftClaimLines(): string[];
};

/** A register that is one file, and what can be done with it because it is. */
export type RegisterFile = {
  path: string;
  /** Looks through the file for damage, quickly; what it found, in the engine's words. */
  findDamage(): Promise<string[]>;
  /** Copies the whole register, as of one moment, into a new file. Others read and write meanwhile. */
  copyTo(file: string): Promise<void>;
};

export type AuditHead = { seq: number; at: string; hash: string };

/** All that differs between SQLite and PostgreSQL. */
export type Engine = {
  /** Reads; on SQLite a connection of its own, so that a read never waits for a write. */
  reader: Kysely<DatabaseSchema>;
  /** Reads what takes long without holding up the other reads of this process. */
  aside: Kysely<DatabaseSchema>;
  /** Transactions are started here and nowhere else. */
  writer: Kysely<DatabaseSchema>;
  /** Writers wait for each other, so that those who wait are better brought to the disk together. */
  hasOneWriter: boolean;
  columns: ColumnTypes;
  guards: Guards;
  search: Search;
  /** True of the rows whose number is one of these: one statement, however many they are. */
  isAmong(column: RawBuilder<number>, ids: readonly number[]): RawBuilder<SqlBool>;
  /** True of a text that holds the part, letter for letter; capitals are told from small letters. */
  holds(text: RawBuilder<string>, part: string): RawBuilder<SqlBool>;
  /** Stands behind the name of a table that is looked up through an index although its rows stand by their numbers. */
  through(index: string): RawBuilder<unknown>;
  isUniqueViolation(error: unknown): boolean;
  /** True where the engine was only busy and the whole transaction may be tried again. */
  isBusy(error: unknown): boolean;
  /** True where the disk or the server is at fault and the same request may go through in a moment. */
  isUnavailable(error: unknown): boolean;
  /** Null where the register is kept by a server, which has tools of its own for this. */
  file: RegisterFile | null;
  /** Locks the award's row, and those who wait for it, until the transaction ends. */
  lockAward(transaction: Kysely<DatabaseSchema>, awardId: number): Promise<void>;
  /** Reads the head of the audit log, and so the ledger's position, and locks it until the transaction ends. */
  lockAuditHead(transaction: Kysely<DatabaseSchema>): Promise<AuditHead>;
  /** Writes the head anew, in the transaction that has locked it. */
  moveAuditHead(transaction: Kysely<DatabaseSchema>, head: AuditHead): Promise<void>;
  /** Adds rows to a table, in their order, in as few statements as the engine takes. All rows have the same columns. */
  insertRows<Table extends keyof DatabaseSchema>(
    transaction: Kysely<DatabaseSchema>,
    table: Table,
    rows: readonly Insertable<DatabaseSchema[Table]>[],
  ): Promise<void>;
  /** Reads row by row in a thread of its own, on a connection that can only read, and hands out what a writer makes of it. */
  writeRows(work: RowsToWrite, signal?: AbortSignal): Pieces;
  /**
   * After many rows were added: the indexes of words are one piece again, what the engine chooses its ways by is
   * counted anew, and new ids follow the highest.
   */
  settleAfterBulk(): Promise<void>;
  /** The engine's own check of what is stored; empty where all is well. */
  checkIntegrity(): Promise<string[]>;
  close(): Promise<void>;
};
