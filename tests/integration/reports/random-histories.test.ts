import fc from "fast-check";
import { expect, test } from "vitest";
import { sealVersion } from "#app/awards/index.server.ts";
import { addDays } from "#app/core/calendar-date.ts";
import { createContext } from "#app/platform/context.server.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import * as make from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { PlainLedger } from "../awards/plain-ledger.ts";
import { DAYS, type Step, stepArbitrary, versionOf, type World } from "../awards/random-histories.ts";
import { allGroupings } from "./hand-made-ledger.ts";

const database = useDatabase();

/** Each version is sealed on a day of its own, so that every position of the ledger can be asked for by its day. */
let day = "2030-01-01";
const reader = () => make.operatorContext(database.db, "2190-01-01");

test("after any history all eight groupings come to the plain ledger's total, at any moment", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(stepArbitrary, { minLength: 4, maxLength: 14 }),
      fc.array(fc.record({ day: fc.nat(20), version: fc.nat(20) }), { minLength: 1, maxLength: 2 }),
      async (steps, moments) => {
        const { world, plain, daysOfSealing } = await playHistory(steps);
        for (const moment of moments) {
          const position = moment.version % plain.sealed.length;
          const seq = plain.sealed[position]?.seq ?? 0;
          const asked = {
            asAt: DAYS[moment.day % DAYS.length] ?? "",
            knownAt: daysOfSealing[position] ?? "",
          };
          await compare(world, plain, { ...asked, seq });
        }
        await compare(world, plain, { asAt: null, knownAt: null, seq: Number.POSITIVE_INFINITY });
      },
    ),
    { numRuns: Number(process.env.REPORTS ?? (database.engine === "postgres" ? 3 : 8)), seed: 20261121 },
  );
}, 600_000);

type Asked = { asAt: string | null; knownAt: string | null; seq: number };

/** For all partnerships of the history, and for two of them, to whom the award of all four is joint with others. */
async function compare(world: World, plain: PlainLedger, { seq, ...asked }: Asked): Promise<void> {
  const everyone = world.awards.flatMap((award) => award.partnershipIds).filter(isFirst);
  for (const partnershipIds of [everyone, everyone.slice(0, 2)]) {
    const expected = plainTotals(world, plain, partnershipIds, asked.asAt ?? "2190-01-01", seq);
    for (const { figures, proof } of await allGroupings(reader(), { ...asked, partnershipIds })) {
      const shares = figures.rows.reduce((sum, row) => sum + row.securedPence, 0);
      expect(
        {
          total: figures.totalPence,
          sum: shares + figures.notApportionedPence,
          joint: figures.jointSplitNotKnownPence,
          notRecorded: figures.notRecorded,
          approximate: figures.approximatePence,
          countedTwice: proof.countedTwicePence,
        },
        `by ${figures.by}, ${JSON.stringify(asked)}`,
      ).toEqual({ ...expected, sum: expected.total, countedTwice: 0 });
    }
  }
}

function plainTotals(world: World, plain: PlainLedger, reach: number[], asAt: string, seq: number) {
  const totals = { total: 0, joint: 0, notRecorded: 0, approximate: 0 };
  for (const [key, sums] of plain.balance(asAt, seq)) {
    const [awardId, partnershipId] = JSON.parse(key) as [number, number | null];
    const [gross, passedOn, notRecorded, approximate] = sums as [number, number, number, number];
    const partners = world.awards.find((award) => award.id === awardId)?.partnershipIds ?? [];
    const isTheirs =
      partnershipId === null ? partners.every((id) => reach.includes(id)) : reach.includes(partnershipId);
    if (isTheirs) {
      totals.total += gross - passedOn;
      totals.notRecorded += notRecorded;
      totals.approximate += approximate;
    } else if (partnershipId === null && partners.some((id) => reach.includes(id))) {
      totals.joint += gross - passedOn;
    }
  }
  return totals;
}

async function playHistory(steps: Step[]) {
  const { db } = database;
  const partnerships = [];
  for (let count = 0; count < 4; count += 1) partnerships.push(await make.createPartnership(db));
  const [a, b, c, d] = partnerships as [number, number, number, number];
  const themes = await db.read
    .selectFrom("theme")
    .select(["id", "code"])
    .orderBy("position")
    .limit(2)
    .execute();
  const [one, two] = themes as [(typeof themes)[0], (typeof themes)[0]];
  const priorityThemes = new Map([
    [await make.createPriority(db, a, [one.code]), [one.id]],
    [await make.createPriority(db, a, [one.code, two.code]), [one.id, two.id]],
  ]);
  const funderId = await make.createFunder(db);
  const awards = [];
  for (const partnershipIds of [[a], [b], [a, b], [a, b, c, d]]) {
    awards.push({ id: await make.createAward(db, partnershipIds), partnershipIds });
  }
  const world: World = {
    awards,
    projectIds: [await make.createProject(db, a)],
    priorityIds: [...priorityThemes.keys()],
    themeIds: [one.id, two.id],
    funds: [{ funderId, fundId: await make.createFund(db, funderId) }],
  };
  const plain = new PlainLedger(priorityThemes);
  const daysOfSealing: string[] = [];
  for (const step of steps) {
    const input = versionOf(step, world, (id) => plain.sealed.some((each) => each.input.awardId === id));
    const context = createContext({
      db,
      actor: { kind: "operator" },
      today: day,
      now: () => `${day}T12:00:00.000Z`,
    });
    const result = await writeOrUndo(context, (transaction) => sealVersion(transaction, context, input));
    if (result.ok) {
      plain.seal(input, result.value.seq);
      daysOfSealing.push(day);
      day = addDays(day, 1);
    }
  }
  return { world, plain, daysOfSealing };
}

function isFirst(value: number, index: number, all: number[]): boolean {
  return all.indexOf(value) === index;
}
