import { beforeAll, expect, test } from "vitest";
import { formatFinancialYear } from "#app/core/financial-year.ts";
import { plainPounds } from "#app/core/money.ts";
import type { Context } from "#app/platform/context.server.ts";
import * as make from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/spreadsheets.ts";
import { FIRST_DAY, makeLedger, report, TOTAL_PENCE } from "../reports/hand-made-ledger.ts";
import { exported, sumOf } from "./made-file.ts";

const database = useDatabase();
let operator: Context;

beforeAll(async () => {
  await makeLedger(database.db);
  operator = make.operatorContext(database.db);
});

const HEADINGS =
  "Reference,Title,Lead partnership,Partnership,Funder,Fund,Round,Financial year,Stream,Project,Priority area,Theme,Amount,Amount basis";

async function lines(asked: { asAt?: string; knownAt?: string } = {}) {
  return rowsOf("csv", await exported(operator, "lines", asked));
}

test("one row for each line, with the columns that were agreed", async () => {
  const [headings, ...rows] = await lines();
  expect(headings?.join(",")).toBe(HEADINGS);
  expect(sumOf([headings ?? [], ...rows], "Amount")).toBe(TOTAL_PENCE);
});

test("a line stands less what is inside it, and what is not recorded is left empty", async () => {
  const [headings = [], ...rows] = await lines();
  const at = (row: string[], name: string) => row[headings.indexOf(name)];
  const rough = rows.filter((row) => at(row, "Reference") === "ROUGH");
  expect(rough.map((row) => [at(row, "Amount"), at(row, "Amount basis")])).toEqual([
    [plainPounds(110_000_000 - 40_000), "approximate"],
  ]);
  const unknown = rows.filter((row) => at(row, "Amount basis") === "not recorded");
  expect(unknown.map((row) => at(row, "Amount"))).toEqual(["", ""]);
});

test("comes to the report in each of its rows, whatever it is grouped by and at any moment", async () => {
  for (const moment of [{}, { asAt: "2027-06-01" }, { asAt: FIRST_DAY, knownAt: FIRST_DAY }]) {
    const [headings = [], ...rows] = await lines(moment);
    for (const [by, heading] of [
      ["partnership", "Partnership"],
      ["year", "Financial year"],
      ["stream", "Stream"],
      ["theme", "Theme"],
      ["project", "Project"],
    ] as const) {
      const { figures } = await report(operator, { ...moment, by });
      const expected = figures.rows
        .map((row): [string, number] => [row.name, row.securedPence])
        .filter(([, pence]) => pence !== 0);
      const sums = new Map<string, number>();
      for (const row of rows) {
        const name = row[headings.indexOf(heading)] ?? "";
        const pence = Math.round(Number(row[headings.indexOf("Amount")] || 0) * 100);
        sums.set(name, (sums.get(name) ?? 0) + pence);
      }
      sums.delete("");
      const found = [...sums].filter(([, pence]) => pence !== 0);
      expect(new Map(found), by).toEqual(new Map(expected));
    }
  }
  expect(formatFinancialYear(2024)).toBe("2024 to 2025");
});
