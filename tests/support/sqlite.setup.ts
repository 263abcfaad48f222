import { rmSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { migrateToLatest } from "#db/migrate.server.ts";
import { openDatabase } from "#db/open.server.ts";
import { makeScratchFolder } from "./scratch.ts";

/** Once a run: a migrated file that each test file gets a copy of. */
export default async function setup(project: TestProject): Promise<() => void> {
  const directory = makeScratchFolder("register-sqlite-");
  const file = join(directory, "template.sqlite");
  const database = openDatabase(`sqlite:${file}`);
  await migrateToLatest(database);
  await database.close();
  project.provide("template", { engine: "sqlite", directory, file });
  return () => rmSync(directory, { recursive: true, force: true });
}
