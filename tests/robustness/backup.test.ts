import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyRegister } from "#app/awards/index.server.ts";
import { type Database, openDatabase } from "#db/open.server.ts";
import { operatorContext } from "#tests/factories/register.ts";
import { tracker, trackerProcess } from "#tests/integration/cli/tracker.ts";
import { LONG, record } from "#tests/trust/results.ts";
import { type Acknowledged, makeWriters } from "./support/crash-writers.ts";
import { namesIn } from "./support/names-in.ts";
import { makeRegisterFile } from "./support/register-file.ts";
import { type ServerProcess, startServerProcess } from "./support/server-process.ts";
import { findHalves, findLost } from "./support/whole.ts";

const WRITES = LONG ? 3_000 : 120;
const BACKUPS = LONG ? 12 : 2;

let register: Awaited<ReturnType<typeof makeRegisterFile>>;
let reading: Database;
let server: ServerProcess;

beforeAll(async () => {
  register = await makeRegisterFile();
  reading = openDatabase(register.url);
  server = await startServerProcess(register.url);
});

afterAll(async () => {
  await server?.kill();
  await reading.close();
  register.remove();
});

/** What the report adds up, from the postings up to a position of the ledger. */
async function totalsUpTo({ read }: Database, position: number) {
  return read
    .selectFrom("posting")
    .select((e) => [
      "partnership_id",
      e.fn.sum<number>("gross_pence").as("gross"),
      e.fn.countAll<number>().as("postings"),
    ])
    .where("seq", "<=", position)
    .groupBy("partnership_id")
    .orderBy("partnership_id")
    .execute();
}

function copyOf({ writes, bids, awards }: Acknowledged): Acknowledged {
  return { writes, bids: new Map(bids), awards: new Map(awards) };
}

test("a backup that is made while people save holds all that was acknowledged before it, and restores to the same totals", async () => {
  const writers = makeWriters(6, register.workplace, reading);
  const { acknowledged } = writers;
  const working = writers.run(server, () => acknowledged.writes >= WRITES);
  const backups: { file: string; position: number; before: Acknowledged }[] = [];
  while (backups.length < BACKUPS) {
    const goal = Math.min(WRITES / 3, (WRITES * backups.length) / BACKUPS);
    while (acknowledged.writes < goal) await wait(10);
    const file = join(register.folder, `backup-${backups.length}.sqlite`);
    const before = copyOf(acknowledged);
    const { code, err: said } = await trackerProcess(register.url, "backup", file);
    expect([code, said]).toEqual([0, expect.stringContaining("Backed up to")]);
    backups.push({
      file,
      before,
      position: Number(/position ([\d,]+)/.exec(said)?.[1]?.replaceAll(",", "")),
    });
  }
  await working;
  expect(writers.refusals).toEqual([]);
  expect(namesIn(register.folder, "backup-").sort()).toEqual(
    backups.map((_, index) => `backup-${index}.sqlite`).sort(),
  );

  for (const [index, { file, before, position }] of backups.entries()) {
    const place = `sqlite:${join(register.folder, `restored-${index}`, "register.sqlite")}`;
    const { code, err: said } = await trackerProcess(place, "restore", file);
    expect([code, said]).toEqual([
      0,
      expect.stringContaining(`position ${position.toLocaleString("en-GB")} `),
    ]);
    const restored = openDatabase(place);
    try {
      expect(await findLost(restored, before)).toEqual([]);
      expect(await findHalves(restored)).toEqual([]);
      expect(await verifyRegister(operatorContext(restored))).toEqual([]);
      expect(await totalsUpTo(restored, position + 1_000_000)).toEqual(await totalsUpTo(reading, position));
      expect(await restored.read.selectFrom("session").select("id_hash").execute()).toEqual([]);
    } finally {
      await restored.close();
    }
  }
  record("Backup while people save", {
    "writes meanwhile": acknowledged.writes,
    backups: backups.length,
    "totals that differ after restoring": 0,
  });
});

test("a backup is not put over a register, nor one that is not whole in the place of none", async () => {
  const sound = join(register.folder, "sound.sqlite");
  expect((await tracker(register.url, "backup", sound)).code).toBe(0);
  const over = await tracker(register.url, "restore", sound);
  expect([over.code, over.err]).toEqual([
    1,
    expect.stringContaining("is there already, and is not replaced"),
  ]);

  const copy = openDatabase(`sqlite:${sound}`);
  await copy.write((trx) => trx.updateTable("summary_fund").set({ gross_pence: 1 }).execute());
  await copy.close();
  const letter = join(register.folder, "letter.sqlite");
  writeFileSync(letter, "A letter to the board\n".repeat(500));
  const place = join(register.folder, "nowhere.sqlite");
  for (const [file, why] of [
    [sound, "it is not whole"],
    [letter, "does not begin as a SQLite database"],
    [join(register.folder, "absent.sqlite"), "There is no file"],
  ] as const) {
    const refused = await tracker(`sqlite:${place}`, "restore", file);
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining(why)]);
    expect(namesIn(register.folder, "nowhere")).toEqual([]);
  }
});
