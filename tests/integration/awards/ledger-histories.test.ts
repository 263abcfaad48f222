import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sealVersion } from "#app/awards/ledger/seal-version.server.ts";
import { verifyRegister } from "#app/awards/ledger/verify-register.server.ts";
import type { VersionInput } from "#app/awards/version.rules.ts";
import { succeed } from "#app/core/result.ts";
import type { Context } from "#app/platform/context.server.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import * as make from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { LONG, record } from "#tests/trust/results.ts";
import { PlainLedger } from "./plain-ledger.ts";
import { DAYS, type Step, stepArbitrary, versionOf, type World } from "./random-histories.ts";

const database = useDatabase();

const QUICK = database.engine === "postgres" ? 20 : 100;
/** Short in `npm test`; docs/trust.md says how the long form is run. */
const HISTORIES = LONG ? 1000 : QUICK;
const STEPS = LONG ? { minLength: 50, maxLength: 50 } : { minLength: 5, maxLength: 30 };
const SEED = Number(process.env.SEED ?? 20261121);

describe("random histories of awards", () => {
  test("postings agree with a plain recomputation on every day, as known at every position", async () => {
    const context = make.operatorContext(database.db);
    const ground = await makeGround();
    let sealed = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(stepArbitrary, STEPS), async (steps) => {
        sealed += await playHistory(context, ground, steps);
      }),
      { numRuns: HISTORIES, seed: SEED },
    );
    expect(await verifyRegister(context)).toEqual([]);
    record(`Random histories of awards${database.engine === "postgres" ? ", on PostgreSQL" : ""}`, {
      histories: HISTORIES,
      "steps in each": STEPS.maxLength,
      "versions sealed": sealed,
      "postings that differ": 0,
    });
  }, 7_200_000);

  test("find a ledger that loses a penny, and one that forgets a version", async () => {
    const context = make.operatorContext(database.db);
    const ground = await makeGround();
    const found = (seal: typeof sealVersion) =>
      fc.assert(
        fc.asyncProperty(fc.array(stepArbitrary, { minLength: 5, maxLength: 30 }), async (steps) => {
          await playHistory(context, ground, steps, seal);
        }),
        { numRuns: 20, seed: SEED, endOnFailure: true },
      );
    const differs = { cause: { message: expect.stringMatching(/^as at .*, known at /) } };
    const losing: typeof sealVersion = (trx, by, input) => sealVersion(trx, by, aPennyLess(input));
    await expect(found(losing)).rejects.toMatchObject(differs);
    let versions = 0;
    const forgetful: typeof sealVersion = async (trx, by, input) => {
      versions += 1;
      if (versions % 5 > 0) return sealVersion(trx, by, input);
      return succeed({ versionId: 0, number: 0, seq: Number.MAX_SAFE_INTEGER });
    };
    await expect(found(forgetful)).rejects.toMatchObject(differs);
  });
});

/** The same version, but for a penny of its first line that has one. */
function aPennyLess(input: VersionInput): VersionInput {
  const at = input.lines.findIndex((line) => (line.amountPence ?? 0) > 0 && line.inside === null);
  const less = (pence: number | null) => (pence === null ? null : pence - 1);
  if (at < 0) return input;
  return {
    ...input,
    amountPence: less(input.amountPence),
    lines: input.lines.map((line, index) =>
      index === at ? { ...line, amountPence: less(line.amountPence) } : line,
    ),
  };
}

async function makeGround() {
  const { db } = database;
  const partnerships = [];
  for (let count = 0; count < 4; count += 1) partnerships.push(await make.createPartnership(db));
  const owner = partnerships[0] as number;
  const projectIds = [await make.createProject(db, owner), await make.createProject(db, owner)];
  const themes = await db.read.selectFrom("theme").select(["id", "code"]).orderBy("position").execute();
  const [one, two] = themes as [(typeof themes)[0], (typeof themes)[0]];
  const priorityThemes = new Map([
    [await make.createPriority(db, owner), []],
    [await make.createPriority(db, owner, [one.code]), [one.id]],
    [await make.createPriority(db, owner, [one.code, two.code]), [one.id, two.id]],
  ]);
  const funds = [];
  for (let count = 0; count < 3; count += 1) {
    const funderId = await make.createFunder(db);
    funds.push({ funderId, fundId: await make.createFund(db, funderId) });
  }
  return { partnerships, projectIds, priorityThemes, funds, themeIds: [one.id, two.id] };
}

type Ground = Awaited<ReturnType<typeof makeGround>>;

/** @returns how many versions were sealed. @throws where the postings are not what the plain ledger says. */
async function playHistory(
  context: Context,
  ground: Ground,
  steps: Step[],
  seal = sealVersion,
): Promise<number> {
  const world = await makeWorld(ground);
  const plain = new PlainLedger(ground.priorityThemes);
  for (const step of steps) {
    const input = versionOf(step, world, (id) => plain.sealed.some((each) => each.input.awardId === id));
    const outers = input.lines.flatMap((line) => (line.inside ? [line.inside.awardId] : []));
    const circle = plain.wouldCircle(input.awardId, outers, input.effectiveOn);
    const result = await writeOrUndo(context, (transaction) => seal(transaction, context, input));
    expect(result.ok).toBe(!circle);
    if (result.ok) plain.seal(input, result.value.seq);
  }
  await compare(world, plain);
  return plain.sealed.length;
}

async function makeWorld(ground: Ground): Promise<World> {
  const [a, b, c, d] = ground.partnerships as [number, number, number, number];
  const awards = [];
  for (const partnershipIds of [[a], [b], [a, b], [a, b, c, d]]) {
    awards.push({ id: await make.createAward(database.db, partnershipIds), partnershipIds });
  }
  return { ...ground, awards, priorityIds: [...ground.priorityThemes.keys()] };
}

/** Sums the postings at every day and position in which this history changed anything. */
async function compare(world: World, plain: PlainLedger): Promise<void> {
  const postings = await database.db.read
    .selectFrom("posting")
    .selectAll()
    .where(
      "award_id",
      "in",
      world.awards.map((award) => award.id),
    )
    .execute();
  for (const { seq } of plain.sealed) {
    for (const day of DAYS) {
      const sums = new Map<string, number[]>();
      for (const posting of postings) {
        if (posting.seq > seq || posting.effective_on > day) continue;
        const key = JSON.stringify([
          posting.award_id,
          posting.partnership_id,
          posting.financial_year,
          posting.project_id,
          posting.priority_id,
          posting.theme_id,
          posting.stream,
          posting.fund_id,
          posting.funder_id,
        ]);
        const held = sums.get(key) ?? [0, 0, 0, 0, 0];
        const moved = [
          posting.gross_pence,
          posting.passed_on_pence,
          posting.not_recorded,
          posting.approximate_pence,
          posting.line_count,
        ];
        sums.set(
          key,
          held.map((sum, index) => sum + (moved[index] as number)),
        );
      }
      for (const [key, values] of sums) if (values.every((value) => value === 0)) sums.delete(key);
      expect(Object.fromEntries(sums), `as at ${day}, known at ${seq}`).toEqual(
        Object.fromEntries(plain.balance(day, seq)),
      );
    }
  }
}
