import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";

const FOLDER = "data/benchmark";
const SEED = 1;
/** Nobody signs in by it: the benchmark starts sessions itself. */
const PASSWORD = randomBytes(16).toString("base64url");

/** A register in a file: of it each side of a comparison gets a copy. */
export type Register = { file: string; bids: number; seconds: number };

/** Generates a register of so many bids on SQLite, by the product's own command. */
export function generate(bids: number): Register {
  mkdirSync(FOLDER, { recursive: true });
  const file = join(FOLDER, `register-${bids}.sqlite`);
  remove(file);
  const seconds = generateInto(`sqlite:${file}`, bids);
  const db = new BetterSqlite3(file);
  db.pragma("wal_checkpoint(TRUNCATE)");
  db.close();
  return { file, bids, seconds };
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
  copyFileSync(file, copy);
  return copy;
}

export function remove(file: string): void {
  for (const part of ["", "-wal", "-shm"]) rmSync(file + part, { force: true });
}

/** The registers of a run are several gigabytes. */
export function removeAll(): void {
  rmSync(FOLDER, { recursive: true, force: true });
}

export const folder = FOLDER;
