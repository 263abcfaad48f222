import { recordAudits } from "#app/audit/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { newBatch, writeBatch } from "./batch.ts";
import { FIRST_DAY, instantAt } from "./calendar.ts";
import { makeLaterVersions } from "./later-versions.ts";
import { makeBid } from "./make-bid.ts";
import { addPeople } from "./people.ts";
import { randomFrom } from "./random.ts";
import { addReference } from "./reference.ts";
import { newRegister, type Register } from "./register.ts";

export { emailOf, NATIONAL_EMAIL } from "./people.ts";

const BIDS_AT_ONCE = 1_000;
/** Batches that are committed together: a commit writes every page of the indexes that its rows touch. */
const BATCHES_AT_ONCE = 10;
/** Below this many batches versions that come later would all come at the end. */
const FEWEST_BATCHES = 20;

export type GenerateOptions = {
  bids: number;
  /** The same seed and number of bids give the same register. */
  seed: number;
  /** With one, people are added who sign in with it. */
  password: string | null;
  onProgress?: (bids: number) => void;
};

/**
 * Fills a migrated, empty register with made-up bids, awards, projects and outcomes of ten years, in batches, by the
 * ledger's own posting statement and past the database's own guards. Whether the register is empty is the caller's to
 * check.
 */
export async function generateRegister(context: Context, options: GenerateOptions): Promise<void> {
  const { bids, onProgress } = options;
  const batchSize = Math.max(1, Math.min(BIDS_AT_ONCE, Math.ceil(bids / FEWEST_BATCHES)));
  const register = await startRegister(context, options, Math.ceil(bids / batchSize));
  for (let first = 0; first < bids; first += batchSize * BATCHES_AT_ONCE) {
    const end = Math.min(bids, first + batchSize * BATCHES_AT_ONCE);
    await context.db.write(async (transaction) => {
      for (let from = first; from < end; from += batchSize) {
        const batch = makeBatch(register, from, Math.min(batchSize, end - from), bids);
        await writeBatch(transaction, context, batch);
        register.batchNumber += 1;
      }
    });
    onProgress?.(end);
  }
  await context.db.write(async (transaction) => {
    // What is recorded beside the ledger is known from the entry on that follows it: the last of it from this one.
    const made = { bids: register.last("bid"), awards: register.last("award") };
    const action = { action: "end generating register", recordType: "setting", recordId: "generated" };
    await recordAudits(transaction, context, [{ ...action, at: instantAt(1), after: made }]);
    for (const [kind, last] of [
      ["bid", register.last("bid")],
      ["award", register.last("award")],
    ] as const) {
      await transaction.updateTable("reference_counter").set({ last }).where("kind", "=", kind).execute();
    }
  });
  await context.db.engine.settleAfterBulk();
}

async function startRegister(context: Context, options: GenerateOptions, batches: number): Promise<Register> {
  const random = randomFrom(options.seed);
  return context.db.write(async (transaction) => {
    const { bids, seed, password } = options;
    const at = `${FIRST_DAY}T08:00:00.000Z`;
    const action = { at, action: "generate register", recordType: "setting", recordId: "generated" };
    await recordAudits(transaction, context, [{ ...action, after: { bids, seed } }]);
    const reference = await addReference(transaction, context, random);
    if (password !== null) await addPeople(transaction, context, reference.partnerships, password);
    return newRegister(reference, random, batches, password !== null);
  });
}

function makeBatch(register: Register, first: number, count: number, bids: number) {
  const batch = newBatch();
  for (let number = first; number < first + count; number += 1) {
    const part = number / bids;
    makeBid(register, batch, part, instantAt(part));
  }
  makeLaterVersions(register, batch, instantAt((first + count - 1) / bids));
  return batch;
}
