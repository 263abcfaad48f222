import type { Result } from "#app/core/result.ts";
import type { Writer } from "#db/open.server.ts";
import type { Context } from "./context.server.ts";

class Undo extends Error {
  constructor(readonly result: { ok: false; errors: Record<string, string> }) {
    super("Undone");
  }
}

/** Runs a transaction whose work returns a Result: a failure leaves nothing behind, audit entry included. */
export async function writeOrUndo<Value>(
  context: Context,
  work: (transaction: Writer) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  try {
    return await context.db.write(async (transaction) => {
      const result = await work(transaction);
      if (!result.ok) throw new Undo(result);
      return result;
    });
  } catch (error) {
    if (error instanceof Undo) return error.result;
    throw error;
  }
}
