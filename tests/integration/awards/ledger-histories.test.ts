import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sealVersion } from "#app/awards/ledger/seal-version.server.ts";
import { verifyRegister } from "#app/awards/ledger/verify-register.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import * as make from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { PlainLedger } from "./plain-ledger.ts";
import { DAYS, type Step, stepArbitrary, versionOf, type World } from "./random-histories.ts";

const database = useDatabase();

/** Short in `npm test`; the long form is HISTORIES=1000 npm run test:sqlite. */
const HISTORIES = Number(process.env.HISTORIES ?? (database.engine === "postgres" ? 20 : 100));

describe("random histories of awards", () => {
  test("postings agree with a plain recomputation on every day, as known at every position", async () => {
    const context = make.operatorContext(database.db);
    const ground = await makeGround();
    await fc.assert(
      fc.asyncProperty(fc.array(stepArbitrary, { minLength: 5, maxLength: 30 }), async (steps) => {
        await playHistory(context, ground, steps);
      }),
      { numRuns: HISTORIES, seed: Number(process.env.SEED ?? 20261121) },
    );
    expect(await verifyRegister(context)).toEqual([]);
  }, 1_200_000);
});

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

async function playHistory(context: Context, ground: Ground, steps: Step[]): Promise<void> {
  const world = await makeWorld(ground);
  const plain = new PlainLedger(ground.priorityThemes);
  for (const step of steps) {
    const input = versionOf(step, world, (id) => plain.sealed.some((each) => each.input.awardId === id));
    const outers = input.lines.flatMap((line) => (line.inside ? [line.inside.awardId] : []));
    const circle = plain.wouldCircle(input.awardId, outers, input.effectiveOn);
    const result = await writeOrUndo(context, (transaction) => sealVersion(transaction, context, input));
    expect(result.ok).toBe(!circle);
    if (result.ok) plain.seal(input, result.value.seq);
  }
  await compare(world, plain);
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
