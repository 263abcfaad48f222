import { Worker } from "node:worker_threads";

/** A statement with its parameters, as a query builder compiles it. */
export type Statement = { text: string; parameters: readonly unknown[] };

/** What a thread reads, and the module that writes it out. */
export type RowsToWrite = {
  /** Its rows come as arrays in the order of its columns; null where they are given. */
  query: Statement | null;
  /** Makes of the rows of a query what the database cannot work out, some rows at a time, on this side: as many, more or fewer. */
  complete?: (rows: unknown[][]) => Promise<unknown[][]>;
  /** Rows that are known already, where there is no query. */
  rows?: readonly (readonly unknown[])[];
  /** One row that the writer is told before it begins, of the same moment as the rows. */
  totals?: Statement | null;
  /** The address (file:) of a module with `write(batches, options, totals)`, which yields text or bytes. */
  writer: string;
  /** Handed to the writer. */
  options: unknown;
};

/** The pieces of a file; the generator returns how many rows are in it. It throws where the file would not be whole. */
export type Pieces = AsyncGenerator<Uint8Array, number, void>;

type Message = {
  bytes?: Uint8Array;
  toComplete?: unknown[][];
  rows?: number;
  error?: { message: string; code?: string };
};

/** Pieces that are made before the first of them is taken. */
const AHEAD = 3;

/**
 * Reads in a thread of its own and hands over finished pieces, so that nobody else waits and no more than a few are
 * ever in memory. The thread ends with the last piece, when the generator is left early, or when the signal is given.
 */
export async function* writeRowsInThread(
  register: { opener: URL; source: Record<string, unknown> },
  { complete, ...work }: RowsToWrite,
  signal?: AbortSignal,
): Pieces {
  signal?.throwIfAborted();
  const thread = new Worker(new URL("./rows-thread.mjs", import.meta.url), {
    workerData: {
      ...{ rows: [], totals: null, ...work },
      ...{ isCompleted: complete !== undefined, opener: register.opener.href, source: register.source },
    },
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 96 },
  });
  const inbox = inboxOf(thread);
  const notWanted = () => new Error("The file was not wanted any more");
  const stop = () => inbox.fail(notWanted());
  signal?.addEventListener("abort", stop, { once: true });
  try {
    for (let piece = 0; piece < AHEAD; piece += 1) thread.postMessage("more");
    for (;;) {
      const message = await inbox.next();
      // Also where the rest of it was made already.
      if (signal?.aborted) throw notWanted();
      if (message.error) throw Object.assign(new Error(message.error.message), { code: message.error.code });
      if (message.toComplete) {
        thread.postMessage({ completed: await complete?.(message.toComplete) });
        continue;
      }
      if (message.bytes === undefined) return message.rows ?? 0;
      yield message.bytes;
      thread.postMessage("more");
    }
  } finally {
    signal?.removeEventListener("abort", stop);
    await thread.terminate();
  }
}

/** The messages of a thread in their order, each waited for; an error ends them. */
function inboxOf(thread: Worker) {
  const messages: Message[] = [];
  let failure: Error | null = null;
  let wake = () => {};
  const fail = (error: Error) => {
    failure ??= error;
    wake();
  };
  thread.on("message", (message: Message) => {
    messages.push(message);
    wake();
  });
  thread.on("error", fail);
  thread.on("exit", () => fail(new Error("The thread that writes the file has ended")));
  return {
    fail,
    async next(): Promise<Message> {
      for (;;) {
        const message = messages.shift();
        if (message) return message;
        if (failure) throw failure;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}
