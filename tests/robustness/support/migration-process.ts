import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { Migrator, sql } from "kysely";
import { migrations } from "#db/migrations/index.ts";
import { openDatabase } from "#db/open.server.ts";

/** How many of the migrations a register has that is behind. */
const START = 2;

/** A register that is behind in `folder`, unless one is there, and a process that has begun to bring it up to date. */
export async function startMigration(folder: string) {
  const file = join(folder, "register.sqlite");
  if (!existsSync(file)) await makeRegisterBehind(folder, file);
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "tests/robustness/support/migrate-here.ts", `sqlite:${file}`],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  let printed = "";
  child.stdout.setEncoding("utf8");
  const ended = once(child, "exit");
  await new Promise<void>((begun) => {
    child.stdout.on("data", (text: string) => {
      printed += text;
      if (printed.includes("begun")) begun();
    });
  });
  return {
    start: START,
    latest: await countOfMigrations(),
    done: ended,
    /** @returns true where it had finished before. */
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
      return printed.includes("done");
    },
    migrationsRun: (of = file) => migrationsRun(of),
  };
}

async function makeRegisterBehind(folder: string, file: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const database = openDatabase(`sqlite:${file}`);
  const known = migrations(database.engine);
  const migrator = new Migrator({
    db: database.engine.writer,
    provider: { getMigrations: async () => known },
  });
  const { error } = await migrator.migrateTo(Object.keys(known)[START - 1] as string);
  if (error) throw error;
  await database.close();
}

async function countOfMigrations(): Promise<number> {
  const database = openDatabase("sqlite:test-results/no-register.sqlite");
  const count = Object.keys(migrations(database.engine)).length;
  await database.close();
  return count;
}

async function migrationsRun(file: string): Promise<number> {
  const database = openDatabase(`sqlite:${file}`);
  const { rows } = await sql`select name from kysely_migration`.execute(database.read);
  await database.close();
  return rows.length;
}
