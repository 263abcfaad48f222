import { beforeAll, describe, expect, test } from "vitest";
import { mergeFund } from "#app/funds/merge-fund.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import * as make from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { allGroupings, FIRST_DAY, type Ledger, makeLedger, report, TOTAL_PENCE } from "./hand-made-ledger.ts";

const database = useDatabase();
let ledger: Ledger;
let operator: Context;

beforeAll(async () => {
  ledger = await makeLedger(database.db);
  operator = make.operatorContext(database.db);
});

/** The sums that must hold of every report. */
function expectWhole(each: Awaited<ReturnType<typeof report>>, totalPence: number) {
  const { figures, proof, notApportioned } = each;
  const shares = figures.rows.reduce((sum, row) => sum + row.securedPence, 0);
  expect(shares + figures.notApportionedPence, figures.by).toBe(totalPence);
  expect(figures.totalPence, figures.by).toBe(totalPence);
  expect(proof, figures.by).toEqual({
    sharesPence: shares,
    notApportionedPence: figures.notApportionedPence,
    awardsPence: totalPence,
    countedTwicePence: 0,
  });
  for (const row of [...figures.rows, notApportioned]) {
    expect(row.securedPence).toBe(row.grossPence - row.passedOnPence);
  }
}

describe("funding secured, for the whole register", () => {
  test("comes to one total in all eight groupings, and proves it", async () => {
    for (const each of await allGroupings(operator)) {
      expectWhole(each, TOTAL_PENCE);
      expect(each.figures).toMatchObject({
        awards: 8,
        notRecorded: 1,
        approximatePence: 110_000_000 - 40_000,
        mayBeTooHighByPence: 29_999_800,
        jointSplitNotKnownPence: 0,
        asAt: "2026-11-21",
        knownAt: "2026-11-21",
      });
    }
  });

  test("has a row for each partnership, largest first, net of what it passed on", async () => {
    const { figures } = await report(operator);
    expect(figures.rows).toEqual([
      {
        id: ledger.borley,
        name: "Borley",
        securedPence: 110_060_001,
        grossPence: 110_100_001,
        passedOnPence: 40_000,
        awards: 2,
        notRecorded: -1,
        approximatePence: 109_960_000,
      },
      {
        id: ledger.aldham,
        name: "Aldham",
        securedPence: 207_000,
        grossPence: 207_000,
        passedOnPence: 0,
        awards: 3,
        notRecorded: 1,
        approximatePence: 0,
      },
      {
        id: ledger.chilton,
        name: "Chilton",
        securedPence: 85_000,
        grossPence: 85_000,
        passedOnPence: 0,
        awards: 3,
        notRecorded: 1,
        approximatePence: 0,
      },
    ]);
    expect(figures.notApportionedPence).toBe(29_999_800);
  });

  test("names its rows so that they can be told apart", async () => {
    const names = Object.fromEntries(
      (await allGroupings(operator)).map(({ figures }) => [figures.by, figures.rows.map((row) => row.name)]),
    );
    expect(names).toEqual({
      partnership: ["Borley", "Aldham", "Chilton"],
      funder: ["Commissioner", "Home Office"],
      fund: ["Safer Streets (Commissioner)", "Safer Streets (Home Office)"],
      priority: ["Safer evenings (Aldham)", "Safer evenings (Borley)"],
      theme: ["Anti-social behaviour"],
      project: ["Lights on the green"],
      year: ["2023 to 2024", "2024 to 2025", "2025 to 2026"],
      stream: ["Revenue", "Capital"],
    });
  });

  test("as at a day counts what was in force then, tomorrow's variations too", async () => {
    for (const each of await allGroupings(operator, { asAt: "2027-01-01" })) {
      expectWhole(each, TOTAL_PENCE - 1_000);
    }
    for (const each of await allGroupings(operator, { asAt: "2024-03-31" })) expectWhole(each, 0);
    const dayBefore = await report(operator, { asAt: "2025-03-31" });
    expect(dayBefore.figures.rows.find((row) => row.name === "Borley")?.passedOnPence).toBe(0);
  });

  test("as it was known on a day is what was said then", async () => {
    const known = { asAt: FIRST_DAY, knownAt: FIRST_DAY };
    for (const each of await allGroupings(operator, known)) {
      expectWhole(each, 300_001 + 29_999_800 + 110_000_000 + 50_000);
      expect(each.figures).toMatchObject({ awards: 5, knownAt: FIRST_DAY, asAt: FIRST_DAY });
    }
    for (const each of await allGroupings(operator, { knownAt: "2025-05-31" })) expectWhole(each, 0);
  });

  test("what will be known tomorrow is what is known now", async () => {
    const { figures } = await report(operator, { knownAt: "2030-01-01" });
    expect(figures).toMatchObject({ knownAt: "2026-11-21", totalPence: TOTAL_PENCE });
  });
});

describe("funding secured, for one who belongs to a partnership", () => {
  test("is their own share, with the joint award apart", async () => {
    const { context } = await make.createPerson(database.db, { [ledger.aldham]: "reader" });
    for (const each of await allGroupings(context)) {
      expectWhole(each, 207_000);
      expect(each.figures).toMatchObject({ awards: 3, notRecorded: 1, jointSplitNotKnownPence: 29_999_800 });
      expect(each.figures.mayBeTooHighByPence).toBe(0);
      expect(each.joint.awards.map(({ reference, securedPence }) => [reference, securedPence])).toEqual([
        ["JOINT", 29_999_800],
      ]);
    }
  });

  test("counts a joint award where all its partners are theirs", async () => {
    const roles = {
      [ledger.aldham]: "reader",
      [ledger.borley]: "finance",
      [ledger.chilton]: "officer",
    } as const;
    const { context } = await make.createPerson(database.db, roles);
    for (const each of await allGroupings(context)) {
      expectWhole(each, TOTAL_PENCE);
      expect(each.figures).toMatchObject({
        awards: 8,
        jointSplitNotKnownPence: 0,
        mayBeTooHighByPence: 29_999_800,
      });
    }
    for (const each of await allGroupings(context, { partnershipIds: [ledger.borley, ledger.chilton] })) {
      expectWhole(each, TOTAL_PENCE - 29_999_800 - 207_000);
      expect(each.figures.jointSplitNotKnownPence).toBe(29_999_800);
    }
  });

  test("is not given for a partnership that is not theirs, nor for one that does not exist", async () => {
    const { context } = await make.createPerson(database.db, { [ledger.aldham]: "manager" });
    for (const id of [ledger.borley, 999_999]) {
      await expect(report(context, { partnershipIds: [id] })).rejects.toThrow(NotFoundError);
    }
    await expect(report(operator, { partnershipIds: [999_999] })).rejects.toThrow(NotFoundError);
  });

  test("is the same as the operator's for that partnership", async () => {
    const { context } = await make.createPerson(database.db, { [ledger.borley]: "reader" });
    expect(await report(context)).toEqual(await report(operator, { partnershipIds: [ledger.borley] }));
  });

  test("leaves an award to those who share it, not to who only records it", async () => {
    const [recorder, sharer] = [
      await make.createPartnership(database.db),
      await make.createPartnership(database.db),
    ];
    const awardId = await database.db.write(async (transaction) => {
      const { id } = await transaction
        .insertInto("award")
        .values({
          reference: "RECORDED",
          title: "Recorded by the county",
          recorded_by_partnership_id: recorder,
          created_at: "2026-11-21T08:00:00.000Z",
        })
        .returning("id")
        .executeTakeFirstOrThrow();
      await transaction
        .insertInto("award_partnership")
        .values([
          { award_id: id, partnership_id: recorder, part: "recorder" },
          { award_id: id, partnership_id: sharer, part: "partner" },
        ])
        .execute();
      return id;
    });
    await seal(operator, awardId, { amountPence: 5_000 });
    const figures = async (id: number) => (await report(operator, { partnershipIds: [id] })).figures;
    expect(await figures(sharer)).toMatchObject({ totalPence: 5_000, jointSplitNotKnownPence: 0 });
    expect(await figures(recorder)).toMatchObject({ totalPence: 0, jointSplitNotKnownPence: 0, awards: 0 });
    await seal(operator, awardId, { kind: "void", amountPence: 0 });
  });
});

describe("what an award may include", () => {
  test("is counted once where two name each other, and is never more than either comes to", async () => {
    const partnershipId = await make.createPartnership(database.db);
    const [large, small] = [
      await make.createAward(database.db, [partnershipId]),
      await make.createAward(database.db, [partnershipId]),
    ];
    const mine = (amountPence: number) => ({ amountPence, lines: [line({ amountPence, partnershipId })] });
    await seal(operator, small, mine(300));
    await seal(operator, large, { ...mine(1_000), mayInclude: [{ awardId: small, note: null }] });
    await seal(operator, small, {
      ...mine(400),
      kind: "uplift",
      effectiveOn: "2025-01-01",
      mayInclude: [{ awardId: large, note: null }],
    });
    const tooHigh = async (asAt: string | null) =>
      (await report(operator, { partnershipIds: [partnershipId], asAt })).figures.mayBeTooHighByPence;
    expect([await tooHigh("2024-12-31"), await tooHigh(null)]).toEqual([300, 400]);
    await seal(operator, large, { kind: "void", amountPence: 0, effectiveOn: "2025-02-01" });
    expect(await tooHigh(null)).toBe(0);
    await seal(operator, small, { kind: "void", amountPence: 0, effectiveOn: "2025-02-01" });
  });
});

describe("what a joint award may include", () => {
  test("shrinks to a partnership's share once the joint award is split", async () => {
    const [south, east] = [
      await make.createPartnership(database.db),
      await make.createPartnership(database.db),
    ];
    const own = await make.createAward(database.db, [south]);
    const joint = await make.createAward(database.db, [south, east]);
    const given = (amountPence: number, partnershipId: number) => line({ amountPence, partnershipId });
    await seal(operator, own, { amountPence: 1_100, lines: [given(1_100, south)] });
    await seal(operator, joint, { amountPence: 300, mayInclude: [{ awardId: own, note: null }] });
    await seal(operator, joint, {
      ...{ kind: "apportionment", amountPence: 300, effectiveOn: "2025-01-01" },
      lines: [given(75, south), given(225, east)],
      mayInclude: [{ awardId: own, note: null }],
    });
    const tooHigh = async (partnershipIds: number[], asAt: string | null) =>
      (await report(operator, { partnershipIds, asAt })).figures.mayBeTooHighByPence;
    const both = [south, east];
    expect([await tooHigh(both, "2024-12-31"), await tooHigh(both, null)]).toEqual([300, 75]);
    expect([await tooHigh([south], null), await tooHigh([east], null)]).toEqual([75, 0]);
    await seal(operator, joint, { kind: "void", amountPence: 0, effectiveOn: "2025-02-01" });
    expect(await tooHigh(both, null)).toBe(0);
    await seal(operator, own, { kind: "void", amountPence: 0, effectiveOn: "2025-02-01" });
  });
});

describe("a fund that was merged into another", () => {
  test("stands in the row of the one that stays", async () => {
    const doubled = await make.createFund(database.db, ledger.funderId, "Safer streets");
    const { context } = await make.createPerson(database.db, {}, { isAdministrator: true });
    expect((await mergeFund(context, ledger.otherFundId, doubled)).ok).toBe(true);
    const { figures } = await report(operator, { by: "fund" });
    expect(figures.rows.map(({ id, securedPence }) => [id, securedPence])).toContainEqual([
      doubled,
      29_999_800,
    ]);
    expect(figures.rows.map((row) => row.id)).not.toContain(ledger.otherFundId);
  });
});
