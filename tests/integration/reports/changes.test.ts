import { beforeAll, describe, expect, test } from "vitest";
import type { Context } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { getChanges } from "#app/reports/changes/changes.queries.server.ts";
import { getComparison } from "#app/reports/changes/comparison.queries.server.ts";
import { comparisonFileRows, comparisonText } from "#app/reports/changes/comparison-file.rules.ts";
import { type AskedMoment, GROUPINGS } from "#app/reports/funding-secured.ts";
import * as make from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/spreadsheets.ts";
import { exported } from "../exports/made-file.ts";
import { FIRST_DAY, type Ledger, makeLedger } from "./hand-made-ledger.ts";

const database = useDatabase();
let ledger: Ledger;
let operator: Context;

beforeAll(async () => {
  ledger = await makeLedger(database.db);
  operator = make.operatorContext(database.db);
});

const NOW: AskedMoment = { asAt: null, knownAt: null };
const THEN: AskedMoment = { asAt: FIRST_DAY, knownAt: FIRST_DAY };
const MOMENTS: AskedMoment[] = [
  NOW,
  THEN,
  { asAt: FIRST_DAY, knownAt: null },
  { asAt: "2027-06-01", knownAt: null },
  { asAt: "2027-06-01", knownAt: FIRST_DAY },
  { asAt: "2020-01-01", knownAt: null },
];

function changesBetween(
  context: Context,
  from: AskedMoment,
  to: AskedMoment,
  partnershipIds: number[] | null = null,
) {
  return getChanges(context, { partnershipIds, from, to }, null);
}

describe("the changes between two reports", () => {
  test("come to the difference of their totals, between any two moments and for everybody", async () => {
    const { context: reader } = await make.createPerson(database.db, { [ledger.aldham]: "reader" });
    let found = 0;
    for (const context of [operator, reader]) {
      for (const from of MOMENTS) {
        for (const to of MOMENTS) {
          const changes = await changesBetween(context, from, to);
          const sum = changes.changes.reduce((total, each) => total + each.pence, 0);
          const unknown = changes.changes.reduce((total, each) => total + each.notRecorded, 0);
          const about = JSON.stringify([from, to]);
          expect([changes.unexplainedPence, changes.changedPence], about).toEqual([0, sum]);
          expect(changes.to.totalPence - changes.from.totalPence, about).toBe(sum);
          expect(changes.to.notRecorded - changes.from.notRecorded, about).toBe(unknown);
          found += changes.count;
        }
      }
    }
    expect(found).toBeGreaterThan(20);
  });

  test("are the differences of the two reports side by side, in every grouping", async () => {
    const asked = { partnershipIds: null, from: THEN, to: NOW };
    const { changedPence } = await getChanges(operator, asked, null);
    for (const by of GROUPINGS) {
      const { rows, notApportioned, total } = await getComparison(operator, asked, by);
      const differences = [...rows, notApportioned].map((row) => row.differencePence);
      expect(
        [total.differencePence, differences.reduce<number>((sum, each) => sum + (each ?? 0), 0)],
        by,
      ).toEqual([changedPence, changedPence]);
      for (const { firstPence, secondPence, differencePence } of [...rows, notApportioned, total]) {
        expect((secondPence ?? 0) - (firstPence ?? 0)).toBe(differencePence ?? 0);
      }
    }
  });

  test("are the same backwards, with the other sign", async () => {
    const there = await changesBetween(operator, THEN, NOW);
    const back = await changesBetween(operator, NOW, THEN);
    expect(there.count).toBeGreaterThan(0);
    expect(back.changes.map((change) => [change.cursor, 0 - change.pence])).toEqual(
      there.changes.map((change) => [change.cursor, change.pence]),
    );
  });

  test("name the version that moved the money, and why", async () => {
    const { changes } = await changesBetween(operator, THEN, NOW);
    const [made, voided] = changes.filter((change) => change.award.reference === "VOIDED");
    expect([made?.pence, voided?.pence]).toEqual([10_000, -10_000]);
    expect(voided?.cause).toMatchObject({ kind: "void", number: 2 });
    expect(voided?.cause?.reason).not.toBe("");
  });

  test("are none between a report and itself", async () => {
    expect(await changesBetween(operator, NOW, NOW)).toMatchObject({ count: 0, changes: [] });
  });

  test("do not name what moved the money where that is an award of another partnership", async () => {
    const { context } = await make.createPerson(database.db, { [ledger.borley]: "reader" });
    const { changes } = await changesBetween(context, THEN, NOW);
    const passedOn = changes.filter((change) => change.pence < 0 && change.award.reference === "ROUGH");
    expect(passedOn).not.toEqual([]);
    expect(passedOn.map((change) => change.cause)).toEqual(passedOn.map(() => null));
  });

  test("of a partnership outside one's own answer as of one that does not exist", async () => {
    const { context } = await make.createPerson(database.db, { [ledger.aldham]: "reader" });
    await expect(changesBetween(context, THEN, NOW, [ledger.chilton])).rejects.toThrow(NotFoundError);
    await expect(changesBetween(context, THEN, NOW, [999_999])).rejects.toThrow(NotFoundError);
  });
});

test("stand in a file as on the page: the rows and what is not yet apportioned", async () => {
  const query = { partnershipIds: null, from: THEN, to: NOW };
  const compared = await getComparison(operator, query, "year");
  const rows = await rowsOf(
    "csv",
    await exported(operator, "comparison", {
      params: { by: "year", "from-as-at": FIRST_DAY, "from-known-at": FIRST_DAY },
    }),
  );
  expect(rows).toEqual([
    ["Financial year", "First report", "Second report", "Difference"],
    ...comparisonFileRows(compared).slice(1),
  ]);
  const text = comparisonText(compared, await changesBetween(operator, THEN, NOW));
  expect(text).toContain("Unexplained: £0.00");
  expect(text.split("\n").filter((row) => row.startsWith("Total"))).toHaveLength(1);
});
