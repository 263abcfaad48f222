import { createHash } from "node:crypto";
import {
  closeSync,
  copyFileSync,
  openSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readEnvironment } from "#app/platform/env.server.ts";
import { createLog } from "#app/platform/log.server.ts";
import { openRegister } from "#app/platform/server/open-register.ts";
import { DamagedDatabaseError } from "#db/damaged-database.ts";
import { NewerSchemaError } from "#db/migrate.server.ts";
import { openDatabase } from "#db/open.server.ts";
import { LONG, record } from "#tests/trust/results.ts";
import { startMigration } from "./support/migration-process.ts";
import { namesIn } from "./support/names-in.ts";
import { makeRegisterFile } from "./support/register-file.ts";
import { spawnServer } from "./support/server-process.ts";

let register: Awaited<ReturnType<typeof makeRegisterFile>>;

beforeAll(async () => {
  register = await makeRegisterFile();
});

afterAll(() => register.remove());

const hashOf = (file: string) => createHash("sha256").update(readFileSync(file)).digest("hex");

async function copyThat(name: string, spoil: (file: string) => void): Promise<string> {
  const file = join(register.folder, name);
  copyFileSync(register.file, file);
  spoil(file);
  return file;
}

function overwrite(file: string, position: number, bytes: number): void {
  const handle = openSync(file, "r+");
  writeSync(handle, Buffer.alloc(bytes, 0xa5), 0, bytes, position);
  closeSync(handle);
}

/** What the server's own opening says of a file; it must refuse it. */
async function refusalOf(file: string): Promise<unknown> {
  const environment = readEnvironment({ DATABASE_URL: `sqlite:${file}` });
  return openRegister(environment, createLog("silent")).catch((error: unknown) => error);
}

/** A log beside a file, as a crash leaves one. */
function withLog(file: string): void {
  writeFileSync(`${file}-wal`, Buffer.alloc(64 * 1024, 1));
}

test("a server that does not start says so in words and ends with 1", async () => {
  const file = await copyThat("said.sqlite", (copy) => overwrite(copy, 0, 100));
  const server = await spawnServer(`sqlite:${file}`);
  const code = await new Promise((ended) => server.child.once("exit", ended));
  expect(code).toBe(1);
  expect(server.printed()).toBe(
    `The register in ${file} is damaged: it does not begin as a SQLite database does.\n` +
      "It has been left as it is. Move it and its -wal file aside, then put the last backup in its place:\n" +
      "  npm run -s tracker -- restore BACKUP_FILE\n",
  );
});

describe("a server does not start, names the file and the way back, and leaves everything as it is, where the register", () => {
  test.each<[string, (file: string) => void]>([
    ["has another beginning", (file) => overwrite(file, 0, 100)],
    ["is damaged in the middle", (file) => overwrite(file, Math.floor(statSync(file).size / 2), 16_384)],
    ["is damaged in its table of tables", (file) => overwrite(file, 100, 3_000)],
    ["was cut off", (file) => truncateSync(file, Math.floor(statSync(file).size / 2))],
    [
      "was emptied, and its log stands beside it",
      (file) => {
        truncateSync(file, 0);
        withLog(file);
      },
    ],
    ["is something else", (file) => writeFileSync(file, "A letter to the board\n".repeat(500))],
  ])("%s", async (what, spoil) => {
    const file = await copyThat(`${what.replaceAll(" ", "-")}.sqlite`, spoil);
    const before = hashOf(file);
    const refusal = await refusalOf(file);
    expect(refusal).toBeInstanceOf(DamagedDatabaseError);
    expect(String(refusal)).toMatch(new RegExp(`${file}.*tracker -- restore`, "s"));
    expect(hashOf(file)).toBe(before);
  });

  test("was written by a newer version", async () => {
    const file = await copyThat("newer.sqlite", () => {});
    const database = openDatabase(`sqlite:${file}`);
    await database.write(async (trx) => {
      const row = { name: "2031-01-01-1-the-future", timestamp: new Date().toISOString() };
      await trx
        .insertInto("kysely_migration" as never)
        .values(row as never)
        .execute();
    });
    await database.close();
    const before = hashOf(file);
    expect(await refusalOf(file)).toBeInstanceOf(NewerSchemaError);
    expect(hashOf(file)).toBe(before);
  });
});

test("a migration that is killed has not happened, and is done at the next start; the register before it is kept", async () => {
  const leastTries = LONG ? 60 : 3;
  let tries = 0;
  let midway = 0;
  let longestMs = 150;
  // A fast machine may have finished each time: then it is tried again, and killed sooner.
  while (tries < leastTries || (midway === 0 && tries < leastTries + 20)) {
    const folder = join(register.folder, `migration-${tries}`);
    tries += 1;
    const killed = await startMigration(folder);
    await wait(Math.random() * longestMs);
    const finished = await killed.kill();
    if (finished) longestMs *= 0.7;
    const between = await killed.migrationsRun();
    expect([killed.start, killed.latest]).toContain(between);
    if (!finished) midway += 1;

    const again = await startMigration(folder);
    await again.done;
    expect(await again.migrationsRun()).toBe(again.latest);
    const copies = namesIn(folder, "register.sqlite.before-migration-").filter(
      (name) => !name.includes(".unfinished"),
    );
    expect(copies.length).toBeGreaterThan(0);
    expect(await again.migrationsRun(join(folder, copies[0] as string))).toBe(again.start);
  }
  expect(midway).toBeGreaterThan(0);
  record("Migration killed", { tries, "killed before its end": midway, "half done": 0 });
});
