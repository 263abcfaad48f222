import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, expect, test } from "vitest";
import { recordAudit } from "#app/audit/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { BESIDE_COLUMNS } from "#app/reports/beside/beside.ts";
import { getChanges, momentsOf } from "#app/reports/changes/changes.queries.server.ts";
import { getColumnChanges } from "#app/reports/changes/columns/column-changes.queries.server.ts";
import { ColumnChangesTables } from "#app/reports/changes/columns/column-changes-tables.tsx";
import { getComparison } from "#app/reports/changes/comparison.queries.server.ts";
import { SIDE_COLUMNS, type SideColumn } from "#app/reports/changes/comparison.ts";
import { comparisonText } from "#app/reports/changes/comparison-file.rules.ts";
import { MoreCompared } from "#app/reports/changes/comparison-table.tsx";
import { getFundingSecured } from "#app/reports/funding-secured.queries.server.ts";
import { type AskedMoment, GROUPINGS } from "#app/reports/funding-secured.ts";
import { cellValue } from "#app/reports/funding-secured-table.rules.ts";
import * as make from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { tablesOnPage } from "#tests/support/page-text.ts";
import { rowsOf } from "#tests/support/spreadsheets.ts";
import { exported, sumOf } from "../exports/made-file.ts";
import { oneAloneOneJoint } from "./beside-records.ts";

const register = useDatabase();
let operator: Context;
let partnershipId: number;

beforeAll(async () => {
  operator = make.operatorContext(register.db);
  ({ partnershipId } = await oneAloneOneJoint(register.db, operator));
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

/** Each column between two moments, with what makes its difference. */
async function changesOfColumns(from: AskedMoment, to: AskedMoment, partnershipIds: number[] | null = null) {
  const query = { partnershipIds, from, to };
  const moments = await momentsOf(operator, query);
  const { more } = await getComparison(operator, query, "year", SIDE_COLUMNS, moments);
  const changes = await getColumnChanges(operator, query, more, moments);
  return { more, changes, of: (column: SideColumn) => changes.find((each) => each.column === column) };
}

test("what changed in each column comes record by record to its difference, each with why", async () => {
  const days = ["2023-12-31", "2024-06-30", "2025-03-31", null];
  let moved = 0;
  for (const first of days) {
    for (const second of days) {
      for (const whose of [null, [partnershipId]]) {
        const [from, to] = [first, second].map((asAt) => ({ asAt, knownAt: null }));
        const { more, changes } = await changesOfColumns(from as AskedMoment, to as AskedMoment, whose);
        for (const [index, { column, changedPence, unexplainedPence, ...each }] of changes.entries()) {
          const about = `${column} from ${first} to ${second}`;
          expect(more[index]?.column, about).toBe(column);
          expect([changedPence, unexplainedPence], about).toEqual([
            more[index]?.total.differencePence ?? 0,
            0,
          ]);
          const sum = each.changes.reduce((all, { pence }) => all + pence, 0);
          expect([each.count, sum], about).toEqual([each.changes.length, changedPence]);
          for (const { record, why } of each.changes)
            expect([record, why.length], about).not.toEqual([null, 0]);
          for (const { why } of each.changes) expect(why.length, about).toBeGreaterThan(0);
          moved += each.count;
        }
      }
    }
  }
  expect(moved).toBeGreaterThan(50);
});

test("the reasons are those of the column: what was spent, claimed and came, and the version that gave it", async () => {
  const { of } = await changesOfColumns({ asAt: "2024-12-31", knownAt: null }, { asAt: null, knownAt: null });
  expect(of("spent")?.changes.map(({ pence, why }) => [pence, why])).toEqual([
    [800, ["30 June 2025, spend 2: £8 spent: Ledger"]],
  ]);
  expect(of("claimed")?.changes.map(({ pence, why }) => [pence, why])).toEqual([
    [1_500, ["1 October 2025, claim 2 submitted"]],
  ]);
  expect(of("received")?.changes.map(({ pence, why }) => [pence, why])).toEqual([
    [3_500, ["1 December 2025, claim 1: £20 came", "1 December 2025, claim 2: £15 came"]],
  ]);
  expect(of("left")?.changes.map(({ pence }) => pence)).toEqual([-1_500]);
  expect(of("gross")?.changes).toEqual([]);
  const all = await changesOfColumns({ asAt: "2023-12-31", knownAt: null }, { asAt: null, knownAt: null });
  expect(all.of("gross")?.changes.map(({ record, pence }) => [record?.kind, pence])).toEqual([
    ["award", 10_000],
    ["award", 8_000],
  ]);
  expect(all.of("gross")?.changes[0]?.why).toEqual([expect.stringMatching(/version 1, original award: /)]);
  const requested = all.of("requested")?.changes ?? [];
  expect(requested.map(({ record, pence }) => [record?.kind, pence])).toEqual([["bid", 15_000]]);
  expect(requested[0]?.why).toEqual([expect.stringMatching(/^\S+: .*version 1, original award: /)]);
});

test("the page, the file and the command line tell of each column what changed in it", async () => {
  const query = { partnershipIds: null, from: { asAt: "2024-12-31", knownAt: null }, to: ALL };
  const moments = await momentsOf(operator, query);
  const compared = await getComparison(operator, query, "partnership", ["spent", "received"], moments);
  const columns = await getColumnChanges(operator, query, compared.more, moments);
  const page = renderToStaticMarkup(createElement(ColumnChangesTables, { columns }));
  expect(tablesOnPage(page).map(({ caption }) => caption)).toEqual([
    "What changed: spent",
    "What changed: received",
  ]);
  const proof = "Spent: first report £25.00 + changes £8.00 = second report £33.00. Unexplained: £0.00";
  expect(page).toContain(proof);
  const text = comparisonText(compared, await getChanges(operator, query, null), columns);
  expect(text).toContain(`What changed: spent\n${proof}\n1 award does not add the same to both.`);
  const params = { columns: "spent,received", "from-as-at": "2024-12-31" };
  const rows = await rowsOf("csv", await exported(operator, "changes", { params }));
  expect(rows[0]?.slice(3)).toEqual([
    ...["Received", "Spent"].flatMap((name) =>
      ["first report", "second report", "difference"].map((side) => `${name}: ${side}`),
    ),
    "Why",
  ]);
  expect(rows.slice(1).map((row) => [row[0], row[5], row[8], row[9]])).toEqual([
    ["Received", "35.00", "", "1 December 2025, claim 1: £20 came\n1 December 2025, claim 2: £15 came"],
    ["Spent", "", "8.00", "30 June 2025, spend 2: £8 spent: Ledger"],
  ]);
});

test("what a bid says otherwise is told by when that was said", async () => {
  const { id } = await register.db.read
    .selectFrom("bid")
    .select("id")
    .orderBy("id")
    .executeTakeFirstOrThrow();
  const said = async () => {
    const { seq } = await register.db.read.selectFrom("audit_head").select("seq").executeTakeFirstOrThrow();
    return { asAt: null, knownAt: null, position: seq };
  };
  const before = await said();
  await register.db.write(async (trx) => {
    await trx
      .updateTable("bid_match")
      .set({ amount_pence: 2_500 })
      .where("bid_id", "=", id)
      .where("form", "=", "cash")
      .execute();
    const entry = {
      action: "change draft bid",
      recordType: "bid",
      recordId: id,
      after: { section: "match" },
    };
    await recordAudit(trx, operator, entry);
  });
  const { of } = await changesOfColumns(before, await said());
  expect(of("matchCash")?.changes.map(({ record, pence, why }) => [record?.reference, pence, why])).toEqual([
    ["B-1", 500, [expect.stringMatching(/: Changed the draft$/)]],
  ]);
  expect(of("matchInKind")?.count).toBe(0);
});
