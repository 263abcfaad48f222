import { beforeAll, describe, expect, test } from "vitest";
import type { Context } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { getCrossed, getCrossedToShow } from "#app/reports/crossed/crossed.queries.server.ts";
import type { CrossedQuery } from "#app/reports/crossed/crossed.ts";
import { isProven } from "#app/reports/crossed/crossed-words.rules.ts";
import { getFigureLines } from "#app/reports/figure-lines.queries.server.ts";
import { parseFigureRow } from "#app/reports/figure-lines.ts";
import { GROUPINGS } from "#app/reports/funding-secured.ts";
import { momentOf } from "#app/reports/moment.server.ts";
import {
  type CellSums,
  cellsFromPostings,
  cellsFromSummaries,
  isSummarised,
} from "#app/reports/row-sums.queries.server.ts";
import * as make from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { FIRST_DAY, type Ledger, makeLedger, report, TOTAL_PENCE } from "./hand-made-ledger.ts";

const database = useDatabase();
let ledger: Ledger;
let operator: Context;

beforeAll(async () => {
  ledger = await makeLedger(database.db);
  operator = make.operatorContext(database.db);
});

const PAIRS = GROUPINGS.flatMap((by) => GROUPINGS.filter((and) => and !== by).map((and) => ({ by, and })));
const ALWAYS = { partnershipIds: null, asAt: null, knownAt: null };

function crossed(context: Context, asked: Pick<CrossedQuery, "by" | "and"> & Partial<CrossedQuery>) {
  return getCrossed(context, { ...ALWAYS, ...asked });
}

describe("funding secured with two groupings at once", () => {
  test("comes to the report's total in both directions, in all pairs, for everybody at any moment", async () => {
    const { context: reader } = await make.createPerson(database.db, { [ledger.aldham]: "reader" });
    const asked = [{}, { asAt: "2027-06-01" }, { asAt: FIRST_DAY, knownAt: FIRST_DAY }];
    for (const context of [operator, reader]) {
      for (const moment of asked) {
        const { totalPence } = (await report(context, moment)).figures;
        for (const pair of PAIRS) {
          const table = await crossed(context, { ...pair, ...moment });
          expect([isProven(table.proof), table.total.sum], JSON.stringify([pair, moment])).toEqual([
            true,
            totalPence,
          ]);
        }
      }
    }
    expect((await crossed(operator, { by: "year", and: "theme" })).total.sum).toBe(TOTAL_PENCE);
  });

  test("opens each cell to its lines, which come to it", async () => {
    let opened = 0;
    for (const { by, and } of PAIRS.filter((_, index) => index % 3 === 0)) {
      const table = await crossed(operator, { by, and });
      for (const { row, cells } of table.rows) {
        for (const [index, { column }] of table.columns.entries()) {
          const [down, across] = [parseFigureRow(by, row), parseFigureRow(and, column)];
          if (cells[index] === 0 || !down || !across) continue;
          const figure = await getFigureLines(operator, { ...ALWAYS, by }, down, null, {
            by: and,
            column: across,
          });
          expect(figure.figurePence, `${by} ${row}, ${and} ${column}`).toBe(cells[index]);
          expect(figure.count).toBeGreaterThan(0);
          opened += 1;
        }
      }
    }
    expect(opened).toBeGreaterThan(50);
  });

  test("comes from the summaries where they know both groupings, and to the same", async () => {
    const reaches = [{ all: true }, { all: false, partnershipIds: [ledger.borley, ledger.chilton] }] as const;
    let compared = 0;
    for (const asAt of [null, "2025-03-31"]) {
      const moment = await momentOf(operator, { asAt, knownAt: asAt && FIRST_DAY });
      for (const reach of reaches) {
        for (const { by, and } of PAIRS.filter((pair) => isSummarised([pair.by, pair.and], reach))) {
          const fromSummaries = await cellsFromSummaries(operator, [by, and], moment, reach);
          const fromPostings = await cellsFromPostings(operator, [by, and], moment, reach);
          expect(inOrder(fromSummaries), `${by} and ${and}`).toEqual(inOrder(fromPostings));
          compared += 1;
        }
      }
    }
    expect(compared).toBe((12 + 6) * 2);
  });

  test("is not shown where it would be too wide, and says so", async () => {
    const query = { ...ALWAYS, by: "year", and: "partnership" } as const;
    const narrow = await getCrossedToShow(operator, query, { columns: 3, cells: 100 });
    expect(narrow).toMatchObject({ ok: false, errors: { and: expect.stringMatching(/4 columns/) } });
    expect(await getCrossedToShow(operator, query, { columns: 4, cells: 100 })).toMatchObject({ ok: true });
  });

  test("of a partnership outside one's own answers as of one that does not exist", async () => {
    const { context } = await make.createPerson(database.db, { [ledger.aldham]: "reader" });
    const asked = { by: "year", and: "theme", partnershipIds: [ledger.chilton] } as const;
    await expect(crossed(context, asked)).rejects.toThrow(NotFoundError);
  });
});

/** Cells that come to nothing are left out: a summary keeps them, the postings of a moment may have none. */
function inOrder(cells: CellSums[]): CellSums[] {
  return cells
    .filter(({ row: _row, column: _column, ...sums }) => Object.values(sums).some((sum) => sum !== 0))
    .sort((a, b) => JSON.stringify([a.row, a.column]).localeCompare(JSON.stringify([b.row, b.column])));
}
