import { parentPort, workerData } from "node:worker_threads";
import BetterSqlite3 from "better-sqlite3";

/** A thread's whole work: SQLite's quick check of the file `workerData.path`; answers what is wrong, in its words. */
function quickCheck(path) {
  const handle = new BetterSqlite3(path, { readonly: true, fileMustExist: true, timeout: 1000 });
  try {
    const lines = handle.pragma("quick_check(10)", { simple: false }).map((row) => Object.values(row)[0]);
    return lines.filter((line) => line !== "ok");
  } finally {
    handle.close();
  }
}

try {
  parentPort.postMessage(quickCheck(workerData.path));
} catch (error) {
  if (!/^SQLITE_(CORRUPT|NOTADB)/.test(error.code ?? "")) throw error;
  parentPort.postMessage([error.message]);
}
