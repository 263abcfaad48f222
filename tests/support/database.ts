import { randomBytes } from "node:crypto";
import { copyFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, inject } from "vitest";
import { type Database, openDatabase } from "#db/open.server.ts";
import { createPostgresDatabase, dropPostgresDatabase } from "./postgres-databases.ts";

type SqliteTemplate = { engine: "sqlite"; directory: string; file: string };
type PostgresTemplate = { engine: "postgres"; server: string; database: string };

declare module "vitest" {
  interface ProvidedContext {
    template: SqliteTemplate | PostgresTemplate;
  }
}

/** The register of one test file. */
export type TestDatabase = {
  /** Migrated, and holding only the reference data. Open from the first test to the last. */
  readonly db: Database;
  readonly url: string;
  readonly engine: "sqlite" | "postgres";
};

/** Gives the test file a register of its own, on the engine of the running project. Call it once, at the top. */
export function useDatabase(): TestDatabase {
  const template = inject("template");
  let opened: { db: Database; url: string } | undefined;
  let remove = async () => {};

  beforeAll(async () => {
    const copy = template.engine === "sqlite" ? copyFile(template) : await copyDatabase(template);
    opened = { db: openDatabase(copy.url), url: copy.url };
    remove = copy.remove;
  });

  afterAll(async () => {
    await opened?.db.close();
    await remove();
  });

  const open = () => {
    if (!opened) throw new Error("The register is open inside tests and hooks only");
    return opened;
  };
  return {
    engine: template.engine,
    get db() {
      return open().db;
    },
    get url() {
      return open().url;
    },
  };
}

/** A register that nothing was migrated in yet, on the engine of the running project. The caller removes it. */
export async function emptyDatabase(): Promise<{ url: string; remove: () => Promise<void> }> {
  const template = inject("template");
  const name = newName();
  if (template.engine === "sqlite") return fileOf(join(template.directory, `${name}.sqlite`));
  const url = await createPostgresDatabase(template.server, name);
  return { url, remove: () => dropPostgresDatabase(template.server, name) };
}

function newName(): string {
  return `register_${randomBytes(6).toString("hex")}`;
}

function copyFile({ directory, file }: SqliteTemplate) {
  const copy = join(directory, `${newName()}.sqlite`);
  copyFileSync(file, copy);
  return fileOf(copy);
}

function fileOf(path: string) {
  const remove = async () => {
    for (const part of ["", "-wal", "-shm"]) rmSync(path + part, { force: true });
  };
  return { url: `sqlite:${path}`, remove };
}

async function copyDatabase({ server, database }: PostgresTemplate) {
  const name = newName();
  const url = await createPostgresDatabase(server, name, database);
  return { url, remove: () => dropPostgresDatabase(server, name) };
}
