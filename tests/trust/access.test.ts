import "./as-in-production.ts";

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { useDatabase } from "#tests/support/database.ts";
import { productBuild } from "#tests/support/server.ts";
import { checkAccess } from "./access-matrix.ts";
import { ROUTES } from "./access-table.ts";
import { uncanaried } from "./canary-coverage.ts";
import { leaksIn } from "./leaks.ts";
import { makeRegister } from "./made-register.ts";
import { type NeverKept, neverKept } from "./never-kept.ts";
import { LONG, record } from "./results.ts";
import { openWorld, type World } from "./world.ts";

const database = useDatabase();
let world: World;
let kept: NeverKept;

beforeAll(async () => {
  const register = await makeRegister(database.db);
  kept = neverKept(database.db);
  world = await openWorld(database.db, register, await productBuild(), kept.db);
});

afterAll(() => world.close());

test("every text that the foreign partnership can have holds a canary", async () => {
  expect(await uncanaried(database.db)).toEqual([]);
});

test("every address answers each person, by each method and for each record, as the table says", async () => {
  const { requests, findings } = await checkAccess(world, kept, ROUTES, { thorough: LONG });
  record("Access matrix", {
    routes: world.routes.length,
    rows: ROUTES.length,
    requests,
    found: findings.length,
  });
  expect(findings.slice(0, 40)).toEqual([]);
  expect(requests).toBeGreaterThan(1000);
});

test("what is answered before the pages tells nobody of a record", async () => {
  const source = readdirSync("app/platform/server").map((file) =>
    readFileSync(join("app/platform/server", file), "utf8"),
  );
  const paths = source.flatMap((text) =>
    [...text.matchAll(/\.get\("(\/[^"]+)"/g)].map(([, path = ""]) => path),
  );
  expect(paths).toEqual(expect.arrayContaining(["/healthz", "/readyz"]));
  for (const path of paths) {
    const answer = await world.get(path, "anonymous");
    expect([path, leaksIn(answer, world, { path }, "anonymous")]).toEqual([path, []]);
    expect([path, (await world.post(path, [], "manager")).status]).toEqual([path, 404]);
  }
});
