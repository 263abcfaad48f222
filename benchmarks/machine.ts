import { readFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import BetterSqlite3 from "better-sqlite3";
import type { Options } from "./options.ts";

/** Where and with what a run was made, one line each. */
export type Machine = { lines: string[] };

export function describeMachine(options: Options): Machine {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  const packages = ["@remix-run/node", "react", "kysely", "better-sqlite3", "pg"].map(
    (name) => `${name} ${versionOf(name)}`,
  );
  return {
    lines: [
      `Date: ${new Date().toISOString().slice(0, 16).replace("T", " ")} UTC`,
      `Machine: ${cpus().length} × ${cpu?.model.trim() || process.arch}, ${memory} GB, ${process.platform}; the load generator runs on the same cores`,
      `Node ${process.versions.node}, SQLite ${sqliteVersion()}; ${packages.join(", ")}`,
      `Run: ${options.mode}, ${options.bids.toLocaleString("en-GB")} bids, medians of ${options.rounds} rounds of ${options.seconds} s`,
    ],
  };
}

function versionOf(name: string): string {
  return JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version;
}

function sqliteVersion(): string {
  const db = new BetterSqlite3(":memory:");
  const row = db.prepare("select sqlite_version() as version").get() as { version: string };
  db.close();
  return row.version;
}
