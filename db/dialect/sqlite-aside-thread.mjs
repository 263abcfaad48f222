import { parentPort, workerData } from "node:worker_threads";
import BetterSqlite3 from "better-sqlite3";
import { giveWay } from "./give-way.mjs";

/** Answers queries one after another, on a connection that can only read. `sqlite-aside.ts` is the other end. */
giveWay();
const handle = new BetterSqlite3(workerData.file, { readonly: true, timeout: 1000 });
handle.pragma("trusted_schema = OFF");

parentPort?.on("message", ({ id, text, parameters }) => {
  try {
    parentPort?.postMessage({ id, rows: handle.prepare(text).all(parameters) });
  } catch (error) {
    const { message, code } = /** @type {Error & { code?: string }} */ (error);
    parentPort?.postMessage({ id, error: { message, code } });
  }
});
