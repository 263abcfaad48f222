import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyRegister } from "#app/awards/index.server.ts";
import { operatorContext } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { productBuild } from "#tests/support/server.ts";
import { cellsOf } from "./access-matrix.ts";
import { ROUTES } from "./access-table.ts";
import { fingerprint } from "./fingerprint.ts";
import { fuzz, sample, seeded } from "./fuzz.ts";
import { nextStep } from "./fuzz-story.ts";
import { fuzzTargets } from "./fuzz-targets.ts";
import { makeRegister } from "./made-register.ts";
import { type NeverKept, neverKept } from "./never-kept.ts";
import { PAYLOADS } from "./payloads.ts";
import { LONG, record } from "./results.ts";
import { samePeople } from "./same-people.ts";
import { INPUTS_OF_DOMAINS } from "./schema-fields.ts";
import { lost, untouchable } from "./untouchable.ts";
import { openWorld, type World } from "./world.ts";

/** The same requests each time, unless another seed is given: what fails once can be tried again. */
const SEED = Number(process.env.TRUST_SEED ?? 1);
const REQUESTS = Number(process.env.TRUST_REQUESTS ?? (LONG ? 20_000 : 700));
const STEPS = LONG ? 3_000 : 200;

const database = useDatabase();
let world: World;
let kept: NeverKept;

beforeAll(async () => {
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
    const all = sample(targets, REQUESTS, SEED);
    const { requests, findings, statuses } = await fuzz({ ...world, transactions: kept.transactions }, all);
    record("Fuzz, every request on the same register", {
      seed: SEED,
      places: targets.length,
      payloads: PAYLOADS.length,
      requests,
      ...named(statuses),
      found: findings.length,
    });
    expect(findings.slice(0, 20)).toEqual([]);
    expect(targets.length).toBeGreaterThan(300);
    expect(await fingerprint(database.db)).toEqual(before);
  });

  test("leaves everything else as it was, and a register that verifies", async () => {
    const { db } = database;
    const open = await openWorld(db, world.register, await productBuild());
    const restore = await samePeople(db, Object.values(world.register.people));
    const untouched = await untouchable(db);
    const cells = cellsOf(ROUTES, open);
    const random = seeded(SEED + 1);
    const findings: string[] = [];
    const statuses: Record<string, number> = {};
    for (let step = 0; step < STEPS; step += 1) {
      const sent = await nextStep(open, cells, random);
      if (!sent) continue;
      const found = await fuzz({ ...open, transactions: () => 0 }, [() => sent]);
      findings.push(...found.findings);
      for (const [status, times] of Object.entries(found.statuses))
        statuses[status] = (statuses[status] ?? 0) + times;
      if (/^\/(people|sign-out|account|choose-password)/.test(sent.path)) await restore();
    }
    await open.close();
    const gone = lost(untouched, await untouchable(db));
    const problems = await verifyRegister(operatorContext(db));
    record("Fuzz, every request kept", {
      seed: SEED + 1,
      requests: STEPS,
      ...named(statuses),
      found: findings.length + gone.length + problems.length,
    });
    expect([...findings, ...gone, ...problems].slice(0, 20)).toEqual([]);
    expect(statuses[303]).toBeGreaterThan(STEPS / 10);
  });
});

function named(statuses: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(statuses).map(([status, times]) => [`answered ${status}`, times]));
}
