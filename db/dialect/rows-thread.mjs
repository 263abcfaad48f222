import { parentPort, workerData } from "node:worker_threads";
import { giveWay } from "./give-way.mjs";

/**
 * Reads rows one after another on a connection of its own that can only read, and posts what a writer makes of them,
 * piece by piece, as fast as the other end takes them. `rows-thread.ts` is the other end.
 */
const BATCH = 250;
const { opener, source, query, totals, rows, isCompleted, writer, options } = workerData;

const encoder = new TextEncoder();

let wanted = 0;
let completed = null;
/** Whoever waits: a writer may read on while what it has written waits to be taken. */
let waiting = [];
parentPort?.on("message", (message) => {
  if (message === "more") wanted += 1;
  else completed = message.completed;
  const woken = waiting;
  waiting = [];
  for (const wake of woken) wake();
});

async function until(isSo) {
  while (!isSo()) {
    await new Promise((resolve) => {
      waiting.push(resolve);
    });
  }
}

async function whenWanted() {
  await until(() => wanted > 0);
  wanted -= 1;
}

/** The same rows with what the other end puts into them. */
async function complete(batch) {
  completed = null;
  parentPort?.postMessage({ toComplete: batch });
  await until(() => completed !== null);
  return completed;
}

async function run() {
  const [{ openRows }, { write }] = await Promise.all([import(opener), import(writer)]);
  const register = query === null ? null : await openRows(source);
  const found = register && totals ? await register.first(totals) : null;
  const batches = register === null ? [rows] : register.batches(query, BATCH);
  const counted = { rows: 0 };
  for await (const piece of write(counting(batches, counted), options, found)) {
    const bytes = typeof piece === "string" ? encoder.encode(piece) : Uint8Array.from(piece);
    await whenWanted();
    parentPort?.postMessage({ bytes }, [bytes.buffer]);
  }
  await register?.close();
  parentPort?.postMessage({ rows: counted.rows });
  parentPort?.close();
}

async function* counting(batches, counted) {
  for await (const batch of batches) {
    const whole = isCompleted ? await complete(batch) : batch;
    counted.rows += whole.length;
    yield whole;
  }
}

giveWay();
run().catch((error) => {
  parentPort?.postMessage({ error: { message: error.message, code: error.code, stack: error.stack } });
  parentPort?.close();
});
