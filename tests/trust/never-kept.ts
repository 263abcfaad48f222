import type { Database } from "#db/open.server.ts";

class Undone extends Error {
  constructor(readonly value: unknown) {
    super("Undone");
  }
}

/** A register on which the service writes as ever, and of which nothing is kept: the next request finds it unchanged. */
export type NeverKept = { db: Database; transactions(): number };

/** Each transaction runs to its end, is counted, and is then undone although its caller is told that it committed. */
export function neverKept(db: Database): NeverKept {
  let transactions = 0;
  const write: Database["write"] = async (work) => {
    try {
      return await db.write(async (transaction) => {
        throw new Undone(await work(transaction));
      });
    } catch (error) {
      if (!(error instanceof Undone)) throw error;
      transactions += 1;
      return error.value as Awaited<ReturnType<typeof work>>;
    }
  };
  return { db: { ...db, write }, transactions: () => transactions };
}
