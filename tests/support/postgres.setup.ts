import { randomBytes } from "node:crypto";
import type { TestProject } from "vitest/node";
import { migrateToLatest } from "#db/migrate.server.ts";
import { openDatabase } from "#db/open.server.ts";
import { startPostgres } from "./postgres.ts";
import { createPostgresDatabase, dropPostgresDatabase } from "./postgres-databases.ts";

/** Once a run: a server, and on it a migrated database that each test file gets a copy of. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  const template = `register_template_${randomBytes(4).toString("hex")}`;
  const database = openDatabase(await createPostgresDatabase(server.url, template));
  await migrateToLatest(database);
  await database.close();
  project.provide("template", { engine: "postgres", server: server.url, database: template });
  return async () => {
    await dropPostgresDatabase(server.url, template);
    await server.stop();
  };
}
