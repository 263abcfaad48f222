import { type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, openSync, readdirSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { save } from "#app/cli/save-file.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { makeLedger } from "../reports/hand-made-ledger.ts";

const database = useDatabase();
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "register-files-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

/** A program of its own to its end. */
function run(words: string[], stdio: SpawnOptions["stdio"], variables: Record<string, string>) {
  const { NODE_OPTIONS: _options, VITEST: _vitest, ...env } = process.env;
  const child = spawn(process.execPath, ["--import", "tsx", ...words], {
    stdio,
    env: { ...env, ...variables },
  });
  let err = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  const ended = new Promise<{ code: number | null; signal: string | null; err: string }>((end) => {
    child.on("close", (code, signal) => end({ code, signal, err }));
  });
  return { child, ended };
}

/** Writes a file that never ends, as the command does that exports. */
const ENDLESS = `
  import { save } from "#app/cli/save-file.server.ts";
  import { untilInterrupted } from "#app/cli/until-interrupted.ts";
  const tell = (text) => process.stderr.write(text + "\\n");
  await untilInterrupted(async (stopped) => {
    const pieces = (async function* () {
      for (;;) {
        await new Promise((next) => setTimeout(next, 5));
        stopped.throwIfAborted();
        yield Buffer.alloc(100);
      }
    })();
    await save(pieces, process.env.INTO, { tell });
  }, { tell });`;

test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
  "%s half-way leaves nothing of a file, and ends the command by that signal",
  async (signal) => {
    const { child, ended } = run(["--input-type=module", "--eval", ENDLESS], ["ignore", "ignore", "pipe"], {
      INTO: join(folder, "lines.csv"),
    });
    while (child.exitCode === null && readdirSync(folder).length === 0) {
      await new Promise((look) => setTimeout(look, 20));
    }
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/^lines\.csv\.\d+\.unfinished$/)]);
    child.kill(signal);
    expect(await ended).toMatchObject({
      signal,
      err: expect.stringContaining("Stopped before it was whole"),
    });
    expect(readdirSync(folder)).toEqual([]);
  },
);

test.skipIf(!existsSync("/dev/full"))("standard output on a full disk is a failure, in words", async () => {
  await makeLedger(database.db);
  const full = openSync("/dev/full", "w");
  const { ended } = run(["app/cli/tracker.ts", "export", "lines"], ["ignore", full, "pipe"], {
    DATABASE_URL: database.url,
    PUBLIC_URL: "http://localhost:3000",
  });
  const { code, err } = await ended;
  expect(code).toBe(1);
  expect(err).toMatch(/^Standard output cannot be written: ENOSPC/);
});

describe("a file", () => {
  const one = async function* () {
    yield Buffer.from("one piece");
  };
  const saved = (file: string) => save(one(), file, { tell: () => {} });

  test("takes the place of no folder and of nothing that is no file", async () => {
    await expect(saved(folder)).rejects.toThrow(`${folder} cannot be written: it is a folder`);
    const socket = join(folder, "socket");
    const server = createServer().listen(socket);
    await once(server, "listening");
    await expect(saved(socket)).rejects.toThrow("it is no file");
    expect([readdirSync(folder), statSync(socket).isSocket()]).toEqual([["socket"], true]);
    server.close();
  });

  test("of which the making fails leaves nothing, and what stood in its place stands there still", async () => {
    const file = join(folder, "lines.csv");
    await saved(file);
    const broken = async function* () {
      yield Buffer.from("a part");
      throw new Error("The database is gone");
    };
    await expect(save(broken(), file, { tell: () => {} })).rejects.toThrow("The database is gone");
    expect([readdirSync(folder), statSync(file).size]).toEqual([["lines.csv"], "one piece".length]);
  });
});
