import { Worker } from "node:worker_threads";
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  SqliteDialect,
} from "kysely";

type Waiting = { resolve(rows: unknown[]): void; reject(error: Error): void };
type Answer = { id: number; rows?: unknown[]; error?: { message: string; code?: string } };

/**
 * Reads in a thread of its own: the engine holds up whoever calls it, and a report over ten years would hold up every
 * page meanwhile. The thread starts with its first query.
 */
export class AsideDialect extends SqliteDialect {
  readonly #file: string;
  constructor(file: string) {
    super({ database: neverOpened });
    this.#file = file;
  }
  override createDriver(): Driver {
    return new AsideDriver(this.#file);
  }
}

async function neverOpened(): Promise<never> {
  throw new Error("The connection is in the other thread");
}

class AsideDriver implements Driver {
  readonly #file: string;
  readonly #waiting = new Map<number, Waiting>();
  #thread: Worker | null = null;
  #asked = 0;

  constructor(file: string) {
    this.#file = file;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return {
      executeQuery: (query) => this.#ask(query),
      streamQuery: () => {
        throw new Error("Queries aside are answered whole");
      },
    };
  }

  async releaseConnection(): Promise<void> {}
  beginTransaction = onlyReads;
  commitTransaction = onlyReads;
  rollbackTransaction = onlyReads;

  async destroy(): Promise<void> {
    await this.#thread?.terminate();
  }

  #ask<Row>({ sql: text, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const thread = this.#thread ?? this.#start();
    this.#asked += 1;
    const id = this.#asked;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: (rows) => resolve({ rows: rows as Row[] }), reject });
      thread.ref();
      thread.postMessage({ id, text, parameters });
    });
  }

  #start(): Worker {
    const thread = new Worker(new URL("./sqlite-aside-thread.mjs", import.meta.url), {
      workerData: { file: this.#file },
      execArgv: [],
    });
    thread.on("message", (answer: Answer) => this.#take(thread, answer));
    thread.on("error", (error) => this.#lose(error));
    thread.on("exit", () => this.#lose(new Error("The reading thread has ended")));
    this.#thread = thread;
    return thread;
  }

  #take(thread: Worker, { id, rows, error }: Answer): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    // Only while somebody waits does the thread keep the process from ending.
    if (this.#waiting.size === 0) thread.unref();
    if (error) waiting?.reject(Object.assign(new Error(error.message), { code: error.code }));
    else waiting?.resolve(rows ?? []);
  }

  /** The next query starts another thread. */
  #lose(error: Error): void {
    this.#thread = null;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

async function onlyReads(): Promise<never> {
  throw new Error("Nothing is written aside");
}
