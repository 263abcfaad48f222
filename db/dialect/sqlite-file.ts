import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { Worker } from "node:worker_threads";
import BetterSqlite3 from "better-sqlite3";
import { DamagedDatabaseError } from "../damaged-database.ts";
import type { RegisterFile } from "./engine.ts";

const UNFINISHED = ".unfinished";
const ABANDONED_MS = 60 * 60 * 1000;

const HEADER = "SQLite format 3\0";
/** A sign of the database file itself: `begin`, `select` and `commit` all fail with it, whatever they are about. */
const DAMAGE = /^SQLITE_(CORRUPT|NOTADB)/;

/**
 * Looks at the file before anything opens it, because SQLite makes an empty database of whatever is empty.
 * @throws DamagedDatabaseError where the file is no database, or was cut off, or is gone and its log is still there.
 */
export function refuseDamagedFile(file: string): void {
  const size = sizeOf(file);
  // A first start that was killed leaves an empty file, but a log only ever stands beside a whole first page.
  if (size === 0) {
    if (sizeOf(`${file}-wal`) > 0)
      throw new DamagedDatabaseError(file, "it is empty or missing, its log is not");
    return;
  }
  const start = Buffer.alloc(HEADER.length);
  const handle = openSync(file, "r");
  try {
    readSync(handle, start, 0, start.length, 0);
  } finally {
    closeSync(handle);
  }
  if (start.toString("latin1") !== HEADER) {
    throw new DamagedDatabaseError(file, "it does not begin as a SQLite database does");
  }
}

/** What SQLite says of a file that it cannot read, as an error that names the file and the remedy. */
export function namingDamage(file: string, error: unknown): unknown {
  if (!(error instanceof BetterSqlite3.SqliteError) || !DAMAGE.test(error.code)) return error;
  return new DamagedDatabaseError(file, error.message);
}

/** What can be done with a register because it is one file. */
export function registerFile(path: string): RegisterFile {
  return { path, findDamage: () => findDamage(path), copyTo: (target) => copyFile(path, target) };
}

/** In a thread of its own: a large register takes seconds, and the server meanwhile loads its pages. */
function findDamage(path: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./sqlite-quick-check.mjs", import.meta.url), {
      workerData: { path },
      execArgv: [],
    });
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}

/**
 * In one step and so from one snapshot: taken in several, the copy would begin again at every write of another process.
 * The copy is a single file, on the disk before it gets its name.
 */
async function copyFile(path: string, target: string): Promise<void> {
  if (existsSync(target)) throw new Error(`${target} is there already`);
  const unfinished = `${target}${UNFINISHED}`;
  removeAbandoned(path, dirname(target));
  removeDatabase(unfinished);
  const source = new BetterSqlite3(path, { readonly: true, fileMustExist: true, timeout: 1000 });
  try {
    await source.backup(unfinished, { progress: () => 0x7fff_ffff });
  } finally {
    source.close();
  }
  const copy = new BetterSqlite3(unfinished);
  copy.pragma("journal_mode = DELETE");
  copy.close();
  sync(unfinished);
  renameSync(unfinished, target);
  sync(dirname(target));
}

/** What copies that were killed have left: those that nobody can still be at. */
function removeAbandoned(path: string, folder: string): void {
  for (const name of readdirSync(folder)) {
    const isCopy = name.startsWith(basename(path)) && name.endsWith(UNFINISHED);
    const file = join(folder, name);
    if (isCopy && Date.now() - statSync(file).mtimeMs > ABANDONED_MS) removeDatabase(file);
  }
}

/** Removes a database file with what SQLite keeps beside it. */
export function removeDatabase(file: string): void {
  for (const part of ["", "-wal", "-shm", "-journal"]) rmSync(file + part, { force: true });
}

/** Waits until a file, or the names in a folder, have reached the disk. */
export function sync(path: string): void {
  const handle = openSync(path, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function sizeOf(file: string): number {
  return existsSync(file) ? statSync(file).size : 0;
}
