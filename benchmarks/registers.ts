import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";

/** On the disk that the project is on: what a commit costs is measured there. */
const FOLDER = "test-results/benchmark";
const SEED = 1;
/** Nobody signs in by it: the benchmark starts sessions itself. */
const PASSWORD = randomBytes(16).toString("base64url");

/** A register in a file: of it each side of a comparison gets a copy. */
export type Register = { file: string; bids: number; seconds: number };

/**
 * Generates a register of so many bids on SQLite, by the product's own command.
 * @param again takes the one of an earlier run where there is one.
 */
export function generate(bids: number, again: boolean): Register {
  mkdirSync(FOLDER, { recursive: true });
  const { file, made } = pathsOf(bids);
  if (again && existsSync(made)) return registerOf(bids);
  for (const old of [file, made]) remove(old);
  const seconds = generateInto(`sqlite:${file}`, bids);
  const db = new BetterSqlite3(file);
  db.pragma("wal_checkpoint(TRUNCATE)");
  db.close();
  writeFileSync(made, JSON.stringify({ seconds }));
  return { file, bids, seconds };
}

/** A register that has been generated. @throws Error where it has not. */
export function registerOf(bids: number): Register {
  const { file, made } = pathsOf(bids);
  if (!existsSync(made)) throw new Error(`There is no register of ${bids} bids`);
  return { file, bids, seconds: JSON.parse(readFileSync(made, "utf8")).seconds };
}

function pathsOf(bids: number) {
  const file = join(FOLDER, `register-${bids}.sqlite`);
  return { file, made: `${file}.json` };
}

/** Generates into any empty database. @returns seconds. */
export function generateInto(databaseUrl: string, bids: number): number {
  const started = performance.now();
  const { status } = spawnSync(
    process.execPath,
    [
      ...["--import", "tsx", "app/cli/tracker.ts", "generate"],
      ...["--bids", String(bids), "--seed", String(SEED), "--password", PASSWORD],
    ],
    { stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, DATABASE_URL: databaseUrl } },
  );
  if (status !== 0) throw new Error("The register could not be generated");
  return (performance.now() - started) / 1000;
}

export function copyOf({ file }: Register, name: string): string {
  const copy = join(FOLDER, `${name}.sqlite`);
  remove(copy);
  copyFileSync(file, copy, constants.COPYFILE_FICLONE);
  return copy;
}

export function remove(file: string): void {
  for (const part of ["", "-wal", "-shm"]) rmSync(file + part, { force: true });
}

/** The registers of a run are several gigabytes. */
export function removeRegisters(): void {
  for (const name of readdirSync(FOLDER)) {
    if (/\.sqlite/.test(name)) rmSync(join(FOLDER, name));
  }
}

export const folder = FOLDER;
