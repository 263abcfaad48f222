import "./as-in-production.ts";

import { afterAll, beforeAll, expect, test } from "vitest";
import { useDatabase } from "#tests/support/database.ts";
import { productBuild } from "#tests/support/server.ts";
import { cellsOf } from "./access-matrix.ts";
import { ROUTES } from "./access-table.ts";
import { checkLateForms } from "./late-forms.ts";
import { makeRegister } from "./made-register.ts";
import { LONG, record } from "./results.ts";
import { openWorld, type World } from "./world.ts";

const PEOPLE = LONG ? 50 : 5;

const database = useDatabase();
let world: World;

beforeAll(async () => {
  const register = await makeRegister(database.db);
  world = await openWorld(database.db, register, await productBuild());
});

afterAll(() => world.close());

test("of those who send the same form at once one wins, and each other sees both versions and what they typed", async () => {
  const { pages, findings } = await checkLateForms(world, cellsOf(ROUTES, world), PEOPLE);
  record("One record changed by many at once", {
    pages,
    "people at once": PEOPLE,
    "won on each": 1,
    "shown both versions": "all others",
    found: findings.length,
  });
  expect(findings).toEqual([]);
  expect(pages).toBeGreaterThan(15);
});
