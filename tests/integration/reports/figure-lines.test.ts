import { beforeAll, describe, expect, test } from "vitest";
import type { Context } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { getFigureLines } from "#app/reports/figure-lines.queries.server.ts";
import type { FigureRow } from "#app/reports/figure-lines.ts";
import type { FundingSecuredQuery, Grouping } from "#app/reports/funding-secured.ts";
import * as make from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { allGroupings, FIRST_DAY, type Ledger, makeLedger, report } from "./hand-made-ledger.ts";

const database = useDatabase();
let ledger: Ledger;
let operator: Context;

beforeAll(async () => {
  ledger = await makeLedger(database.db);
  operator = make.operatorContext(database.db);
});

type Asked = Partial<FundingSecuredQuery>;

function open(
  context: Context,
  by: Grouping,
  row: FigureRow,
  asked: Asked = {},
  after: string | null = null,
) {
  return getFigureLines(
    context,
    { by, partnershipIds: null, asAt: null, knownAt: null, ...asked },
    row,
    after,
  );
}

async function expectEachFigureOpens(context: Context, asked: Asked) {
  for (const { figures, joint } of await allGroupings(context, asked)) {
    const expected: [FigureRow, number][] = [
      ...figures.rows.map((row): [FigureRow, number] => [{ kind: "row", key: row.id }, row.securedPence]),
      [{ kind: "not-apportioned" }, figures.notApportionedPence],
      [{ kind: "total" }, figures.totalPence],
      [{ kind: "joint" }, joint.total.securedPence],
    ];
    for (const [row, pence] of expected) {
      const opened = await open(context, figures.by, row, asked);
      const sum = opened.lines.reduce((total, each) => total + (each.amountPence ?? 0), 0);
      expect([opened.figurePence ?? 0, sum], `${figures.by} ${JSON.stringify(row)}`).toEqual([pence, pence]);
    }
  }
}

describe("the lines behind a figure", () => {
  test("come to the figure, for every figure of the register at any moment", async () => {
    await expectEachFigureOpens(operator, {});
    await expectEachFigureOpens(operator, { asAt: "2027-06-01" });
    await expectEachFigureOpens(operator, { asAt: FIRST_DAY, knownAt: FIRST_DAY });
  });

  test("come to the figure for one who sees a part of the register", async () => {
    const { context } = await make.createPerson(database.db, { [ledger.aldham]: "reader" });
    await expectEachFigureOpens(context, {});
  });

  test("name what they count under, and the award at the other end of money passed on", async () => {
    const { lines, rowName } = await open(operator, "partnership", { kind: "row", key: ledger.borley });
    expect(rowName).toBe("Borley");
    expect(
      lines.map(({ award, amountPence, between }) => [
        award.reference,
        amountPence,
        between?.award?.reference,
      ]),
    ).toEqual([
      ["SPLIT", 100_001, undefined],
      ["ROUGH", 110_000_000, undefined],
      ["ROUGH", -40_000, "INNER"],
      ["ROUGH", null, "INNER-UNKNOWN"],
    ]);
    expect(lines[0]).toMatchObject({
      partnership: "Borley",
      financialYear: 2024,
      project: null,
      priority: "Safer evenings",
      theme: null,
      stream: "capital",
      fund: "Safer Streets",
      funder: "Commissioner",
      isApproximate: false,
    });
  });

  test("do not name an award that the person may not read", async () => {
    const { context } = await make.createPerson(database.db, { [ledger.borley]: "reader" });
    const { lines } = await open(context, "partnership", { kind: "row", key: ledger.borley });
    expect(lines.flatMap(({ between }) => (between ? [between] : []))).toEqual([
      { direction: "passed on to", award: null },
      { direction: "passed on to", award: null },
    ]);
  });

  test("are not opened for a row of another partnership, or for no row at all", async () => {
    const { context } = await make.createPerson(database.db, { [ledger.borley]: "reader" });
    const others: [Grouping, number][] = [
      ["partnership", ledger.aldham],
      ["project", await make.createProject(database.db, ledger.aldham)],
      ["fund", 999_999],
    ];
    for (const [by, key] of others) {
      await expect(open(context, by, { kind: "row", key }), by).rejects.toThrow(NotFoundError);
    }
  });

  test("are shown in pages where there are many", async () => {
    const partnershipId = await make.createPartnership(database.db);
    const awardId = await make.createAward(database.db, [partnershipId]);
    const lines = Array.from({ length: 205 }, (_, index) => line({ amountPence: index + 1, partnershipId }));
    await seal(operator, awardId, { amountPence: (205 * 206) / 2, lines });
    const first = await open(operator, "partnership", { kind: "row", key: partnershipId });
    const second = await open(operator, "partnership", { kind: "row", key: partnershipId }, {}, first.next);
    expect([first.count, first.lines.length, second.lines.length, second.next]).toEqual([205, 200, 5, null]);
    const sum = [...first.lines, ...second.lines].reduce((total, each) => total + (each.amountPence ?? 0), 0);
    expect(sum).toBe(first.figurePence);
    const { figures } = await report(operator);
    expect(figures.rows.find((row) => row.id === partnershipId)?.securedPence).toBe(sum);
  });
});
