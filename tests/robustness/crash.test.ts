import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyRegister } from "#app/awards/index.server.ts";
import { type Database, openDatabase } from "#db/open.server.ts";
import { operatorContext } from "#tests/factories/register.ts";
import { LONG, record } from "#tests/trust/results.ts";
import { type Acknowledged, makeWriters } from "./support/crash-writers.ts";
import { makeRegisterFile } from "./support/register-file.ts";
import { type ServerProcess, startServerProcess } from "./support/server-process.ts";
import { findHalves, findLost } from "./support/whole.ts";

const WRITERS = 8;
const KILLS = LONG ? 40 : 2;
const WRITES = LONG ? 10_000 : 100;

let register: Awaited<ReturnType<typeof makeRegisterFile>>;
let reading: Database;
let server: ServerProcess;
let acknowledged: Acknowledged;

beforeAll(async () => {
  register = await makeRegisterFile();
  reading = openDatabase(register.url);
});

afterAll(async () => {
  await server?.kill();
  await reading.close();
  register.remove();
});

test("a server that is killed while people save loses nothing that it acknowledged, and leaves nothing by half", async () => {
  const writers = makeWriters(WRITERS, register.workplace, reading);
  acknowledged = writers.acknowledged;
  let kills = 0;
  let slowestStart = 0;
  while (acknowledged.writes < WRITES || kills < KILLS) {
    const started = performance.now();
    server = await startServerProcess(register.url);
    slowestStart = Math.max(slowestStart, performance.now() - started);
    const share = (WRITES - acknowledged.writes) / Math.max(1, KILLS - kills);
    const goal = acknowledged.writes + Math.max(1, share);
    const working = writers.run(server, () => false);
    while (acknowledged.writes < goal) await wait(5);
    await wait(Math.random() * 100);
    await server.kill();
    kills += 1;
    await working;
    expect(await findLost(reading, acknowledged)).toEqual([]);
    expect(await findHalves(reading)).toEqual([]);
  }
  expect(writers.refusals).toEqual([]);
  expect(await verifyRegister(operatorContext(reading))).toEqual([]);
  record("Crash", {
    acknowledged: acknowledged.writes,
    kills,
    awards: acknowledged.awards.size,
    lost: 0,
    "half-written": 0,
    "slowest start, ms": Math.round(slowestStart),
  });
});

test("what is taken out of the register by force is found missing, and what is left of it by half", async () => {
  const [first, second] = [...acknowledged.bids.keys()] as [number, number];
  await reading.write(async (trx) => {
    await trx.updateTable("bid").set({ title: "Another" }).where("id", "=", first).execute();
    await trx.deleteFrom("bid_partnership").where("bid_id", "=", second).execute();
  });
  expect(await findLost(reading, acknowledged)).toEqual([expect.stringContaining(`bid ${first} `)]);
  expect(await findHalves(reading)).toContain(`bid ${second} without its partnerships`);
});
