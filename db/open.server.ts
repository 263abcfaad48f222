import { AsyncLocalStorage } from "node:async_hooks";
import { setTimeout as wait } from "node:timers/promises";
import type { Kysely, Transaction } from "kysely";
import type { Engine } from "./dialect/engine.ts";
import { openPostgres } from "./dialect/postgres.ts";
import { openSqlite } from "./dialect/sqlite.ts";
import { groupWrites } from "./grouped-writes.ts";
import { ReadsOutsideTransactions } from "./reads-outside-transactions.ts";
import type { DatabaseSchema } from "./schema.ts";

export type Reader = Kysely<DatabaseSchema>;
export type Writer = Transaction<DatabaseSchema>;

/** The register. Reading and writing are two doors: whatever writes is in a transaction, whatever is in one cannot leave it. */
export type Database = {
  /** For reading only, and only outside a transaction: both are refused otherwise. */
  read: Reader;
  /** The same for what takes long: nobody else waits for it. A query costs a little more this way. */
  aside: Reader;
  /** Runs one transaction; it commits where the function returns and leaves nothing behind where it throws. */
  write<T>(work: (transaction: Writer) => Promise<T>): Promise<T>;
  engine: Engine;
  /** Rejects where the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
};

/** Long enough for others to finish what they write, short enough that nobody waits in vain for a page. */
const BUSY_MS = 10_000;
const BUSY_WAIT_MS = 50;

/**
 * Opens a register; an absent SQLite file is created, empty and without tables.
 * @param url `sqlite:path/to/file` or `postgres://user:password@host/database`.
 */
export function openDatabase(url: string, options: { poolSize?: number } = {}): Database {
  const engine = openEngine(url, options.poolSize ?? 5);
  const insideTransaction = new AsyncLocalStorage<true>();
  const readsOutside = new ReadsOutsideTransactions(insideTransaction);
  const read = engine.reader.withPlugin(readsOutside);
  const alone = <Value>(work: (transaction: Writer) => Promise<Value>) =>
    retryWhileBusy(engine, () => engine.writer.transaction().execute(work));
  const begin = () => retryWhileBusy(engine, () => engine.writer.startTransaction().execute());
  const write = engine.hasOneWriter ? groupWrites({ begin, alone }) : alone;
  let working = 0;
  const insideOf =
    <Value>(work: (transaction: Writer) => Promise<Value>) =>
    async (transaction: Writer) => {
      working += 1;
      try {
        return await insideTransaction.run(true, () => work(transaction));
      } finally {
        working -= 1;
        // While it is watched who is inside, every promise of the process costs more.
        if (working === 0) insideTransaction.disable();
      }
    };
  return {
    read,
    aside: engine.aside.withPlugin(readsOutside),
    engine,
    write: async (work) => {
      if (insideTransaction.getStore()) throw new Error("A transaction cannot start inside another");
      return write(insideOf(work));
    },
    ping: async () => {
      await read.selectNoFrom((nothing) => nothing.lit(1).as("one")).execute();
    },
    close: () => engine.close(),
  };
}

function openEngine(url: string, poolSize: number): Engine {
  if (url.startsWith("sqlite:")) return openSqlite(url.slice("sqlite:".length));
  if (/^postgres(ql)?:\/\//.test(url)) return openPostgres(url, poolSize);
  throw new Error("DATABASE_URL must start with sqlite: or postgres://");
}

/**
 * SQLite waits a second for a lock and then says busy: wait without blocking and begin again from the start. Not all
 * at the same moment, or those who were refused together are refused together again.
 */
async function retryWhileBusy<Value>(engine: Engine, attempt: () => Promise<Value>): Promise<Value> {
  const until = performance.now() + BUSY_MS;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!engine.isBusy(error) || performance.now() > until) throw error;
      await wait(BUSY_WAIT_MS * (0.5 + Math.random()));
    }
  }
}
