import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyRegister } from "#app/awards/index.server.ts";
import { operatorContext } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { productBuild } from "#tests/support/server.ts";
import { cellsOf } from "./access-matrix.ts";
import { ROUTES } from "./access-table.ts";
import { fingerprint } from "./fingerprint.ts";
import { fuzz, sample } from "./fuzz.ts";
import { fuzzTargets } from "./fuzz-targets.ts";
import { makeRegister } from "./made-register.ts";
import { type NeverKept, neverKept } from "./never-kept.ts";
import { PAYLOADS } from "./payloads.ts";
import { LONG, record } from "./results.ts";
import { INPUTS_OF_DOMAINS } from "./schema-fields.ts";
import { openWorld, type World } from "./world.ts";

const QUICK = 1_200;
const SEED = Number(process.env.TRUST_SEED ?? Math.floor(Date.now() / 86_400_000));

const database = useDatabase();
let world: World;
let kept: NeverKept;

beforeAll(async () => {
  // React tells of most mistakes only while it is being developed with.
  process.env.NODE_ENV = "development";
  const register = await makeRegister(database.db);
  kept = neverKept(database.db);
  world = await openWorld(database.db, register, await productBuild(), kept.db);
});

afterAll(() => world.close());

test("there are at least 200 payloads, no two alike", () => {
  const all = PAYLOADS.map((payload) => JSON.stringify(payload));
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBeGreaterThanOrEqual(200);
});

test("the fields of every domain with a form are found in its schemas", () => {
  expect(INPUTS_OF_DOMAINS.get("bids")).toEqual(
    expect.arrayContaining(["title", "partnerIds[]", "expectedDecision-day"]),
  );
  expect(INPUTS_OF_DOMAINS.get("awards")).toEqual(expect.arrayContaining(["lines.0.amountPence", "reason"]));
  expect([...INPUTS_OF_DOMAINS.values()].flat().length).toBeGreaterThan(80);
});

describe("whatever is sent to any address and in any field", () => {
  test("is answered without an error, and writes nothing where it is refused", async () => {
    const before = await fingerprint(database.db);
    const targets = await fuzzTargets(world, cellsOf(ROUTES, world));
    const all = sample(targets, LONG ? Number.POSITIVE_INFINITY : QUICK, SEED);
    const { requests, findings, statuses } = await fuzz({ ...world, transactions: kept.transactions }, all);
    record("Fuzz, each request on the same register", {
      seed: SEED,
      places: targets.length,
      payloads: PAYLOADS.length,
      requests,
      ...statuses,
      found: findings.length,
    });
    expect([...new Set(findings)].slice(0, 40)).toEqual([]);
    expect(targets.length).toBeGreaterThan(300);
    expect(await fingerprint(database.db)).toEqual(before);
    expect(await verifyRegister(operatorContext(database.db))).toEqual([]);
  });
});
