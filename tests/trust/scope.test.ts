import "./as-in-production.ts";

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HELP } from "#app/cli/commands/help.ts";
import { useDatabase } from "#tests/support/database.ts";
import { productBuild } from "#tests/support/server.ts";
import { VISITORS } from "./access-kinds.ts";
import { cellsOf } from "./access-matrix.ts";
import { ROUTES } from "./access-table.ts";
import { checkCommands } from "./commands-as.ts";
import { checkFilters } from "./filters-walk.ts";
import { checkForeignIds } from "./foreign-ids.ts";
import { makeForeignRecords } from "./foreign-records.ts";
import { checkGrowth } from "./growth.ts";
import { type MadeRegister, makeRegister } from "./made-register.ts";
import { type NeverKept, neverKept } from "./never-kept.ts";
import { LONG, record } from "./results.ts";
import { GAINED } from "./standings.ts";
import { openWorld, type World } from "./world.ts";

const database = useDatabase();
let register: MadeRegister;
let world: World;
let kept: NeverKept;

beforeAll(async () => {
  register = await makeRegister(database.db);
  kept = neverKept(database.db);
  world = await openWorld(database.db, register, await productBuild(), kept.db);
});

afterAll(() => world.close());

/** Who reads the most of what others keep to themselves: enough for the quick form. */
const CURIOUS = LONG ? VISITORS : (["straddler", "administrator"] as const);

describe("what other partnerships keep to themselves", () => {
  test("is not got round by a filter, nor told by what it finds", async () => {
    const { requests, findings } = await checkFilters(world, cellsOf(ROUTES, world), CURIOUS);
    record("Filters and searches", { requests, found: findings.length });
    expect(findings).toEqual([]);
    expect(requests).toBeGreaterThan(50);
  });

  test("is not got round by the number of a foreign record in a form of one's own", async () => {
    const { requests, findings } = await checkForeignIds(world, kept, cellsOf(ROUTES, world), {
      thorough: LONG,
    });
    record("Foreign numbers in own forms", { requests, found: findings.length });
    expect(findings).toEqual([]);
    expect(requests).toBeGreaterThan(100);
  });
});

test("nobody's pages, counts or totals change when the foreign partnership gains records", async () => {
  const email = "rae.reader@example.org";
  const before = await checkCommands(HELP, database.url, email);
  const pages = await checkGrowth(world, cellsOf(ROUTES, world), CURIOUS, () =>
    makeForeignRecords(database.db, GAINED, register.links, { apart: true }),
  );
  const after = await checkCommands(HELP, database.url, email);
  record("Growth of the foreign partnership", {
    requests: pages.requests,
    commands: before.outputs.size + after.outputs.size,
    found: pages.findings.length + after.findings.length,
  });
  expect([...pages.findings, ...before.findings, ...after.findings]).toEqual([]);
  expect(after.outputs).toEqual(before.outputs);
  expect(after.outputs.size).toBeGreaterThan(10);
});
