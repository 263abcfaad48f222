import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, expect, test } from "vitest";
import type { Context } from "#app/platform/context.server.ts";
import { BESIDE_COLUMNS } from "#app/reports/beside/beside.ts";
import { getChanges } from "#app/reports/changes/changes.queries.server.ts";
import { getComparison } from "#app/reports/changes/comparison.queries.server.ts";
import { SIDE_COLUMNS } from "#app/reports/changes/comparison.ts";
import { comparisonText } from "#app/reports/changes/comparison-file.rules.ts";
import { MoreCompared } from "#app/reports/changes/comparison-table.tsx";
import { getFundingSecured } from "#app/reports/funding-secured.queries.server.ts";
import { GROUPINGS } from "#app/reports/funding-secured.ts";
import { cellValue } from "#app/reports/funding-secured-table.rules.ts";
import * as make from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { tablesOnPage } from "#tests/support/page-text.ts";
import { rowsOf } from "#tests/support/spreadsheets.ts";
import { exported, sumOf } from "../exports/made-file.ts";
import { oneAloneOneJoint } from "./beside-records.ts";

const register = useDatabase();
let operator: Context;

beforeAll(async () => {
  operator = make.operatorContext(register.db);
  await oneAloneOneJoint(register.db, operator);
});

const ALL = { partnershipIds: null, asAt: null, knownAt: null, columns: BESIDE_COLUMNS };

test("two reports side by side compare each column, group by group, to the difference of its totals", async () => {
  const [from, to] = [
    { asAt: "2025-03-31", knownAt: null },
    { asAt: null, knownAt: null },
  ];
  let differences = 0;
  for (const by of GROUPINGS) {
    const { more } = await getComparison(operator, { partnershipIds: null, from, to }, by, SIDE_COLUMNS);
    expect(more.map(({ column }) => column)).toEqual([...SIDE_COLUMNS]);
    const [first, second] = await Promise.all(
      [from, to].map((moment) => getFundingSecured(operator, { ...ALL, ...moment, by })),
    );
    for (const { column, rows, notApportioned, total } of more) {
      const about = `${by}, ${column}`;
      const added = [...rows, notApportioned].reduce((sum, row) => sum + (row.differencePence ?? 0), 0);
      expect([total.firstPence, total.secondPence, added], about).toEqual([
        first && cellValue(column, first.total),
        second && cellValue(column, second.total),
        total.differencePence ?? 0,
      ]);
      expect((total.secondPence ?? 0) - (total.firstPence ?? 0), about).toBe(total.differencePence ?? 0);
      if (total.differencePence) differences += 1;
    }
  }
  expect(differences).toBeGreaterThan(GROUPINGS.length);
  const asked = { by: "partnership", columns: "gross,spent", "from-as-at": "2025-03-31" };
  const [headings = [], ...rows] = await rowsOf(
    "csv",
    await exported(operator, "comparison", { params: asked }),
  );
  expect(headings.slice(4)).toEqual(
    ["Gross", "Spent"].flatMap((name) =>
      ["first report", "second report", "difference"].map((side) => `${name}: ${side}`),
    ),
  );
  const query = { partnershipIds: null, from, to };
  const compared = await getComparison(operator, query, "partnership", ["gross", "spent"]);
  expect(sumOf([headings, ...rows], "Spent: second report")).toBe(compared.more[1]?.total.secondPence);
  const page = renderToStaticMarkup(createElement(MoreCompared, { comparison: compared }));
  expect(tablesOnPage(page).map(({ caption }) => caption)).toEqual([
    "Gross by partnership: the first report, the second, and the difference",
    "Spent by partnership: the first report, the second, and the difference",
  ]);
  expect(page).toContain("Spent is what is recorded as spent");
  const text = comparisonText(compared, await getChanges(operator, query, null));
  expect(text.split("\n").filter((line) => line.startsWith("Total"))).toHaveLength(3);
});
