import { expect, test } from "vitest";
import type { Block } from "../document/document.ts";
import { prioritiesByYear } from "./money-charts.rules.ts";
import type { YearlyReport } from "./yearly.ts";

/** Two priority areas over six years and of none yet, of which the first has the most in all, and the second of late. */
const YEARS = [2019, 2020, 2021, 2022, 2023, 2024];
const row = (name: string, pence: number[]) => ({
  ...{ row: name, name, cells: pence },
  sum: pence.reduce((sum, each) => sum + each, 0),
});
const rows = [
  row("Burglary", [90_000, 0, 100, 200, 0, 0, 500]),
  row("Knives", [0, 0, 300, 400, 5_000, 0, 0]),
  row("Not yet apportioned", [0, 0, 0, 0, 0, 0, 0]),
];
const crossed = {
  columns: [
    ...YEARS.map((year) => ({ column: String(year), name: String(year) })),
    { column: "not-apportioned", name: "Not yet apportioned" },
  ],
  rows,
  total: row(
    "Total",
    [0, 1, 2, 3, 4, 5, 6].map((index) => rows.reduce((sum, { cells }) => sum + (cells[index] ?? 0), 0)),
  ),
};

const blocksOf = (year: number) =>
  prioritiesByYear({ byPriority: crossed, year } as unknown as YearlyReport, "when-needed");
const find = <Kind extends Block["kind"]>(blocks: Block[], kind: Kind) =>
  blocks.find((block): block is Extract<Block, { kind: Kind }> => block.kind === kind);

test("pictures and table of priority areas are of the same years, with the same amounts, and say which", () => {
  const blocks = blocksOf(2023);
  const table = find(blocks, "table");
  const pictures = find(blocks, "multiples");
  const span = ["2020 to 2021", "2021 to 2022", "2022 to 2023", "2023 to 2024"];
  expect(table?.columns.map(({ heading }) => heading)).toEqual([
    ...["Priority area", ...span, "Other years", "No year yet", "All"],
  ]);
  for (const [index, { title, points }] of (pictures?.panels ?? []).entries()) {
    expect(points.map(({ label }) => label)).toEqual(span);
    expect([title, ...points.map(({ text }) => text)]).toEqual(table?.rows[index]?.slice(0, 5));
  }
  expect(pictures?.panels.map(({ text }) => text)).toEqual(["£3", "£57"]);
  expect(pictures?.finding).toContain(`Of ${span.join(", ")} together, Knives has the most money`);
  expect(table?.rows[0]?.slice(5)).toEqual(["£900", "£5", "£908"]);
});

test("of years without money nothing is said to have the most", () => {
  expect(find(blocksOf(2030), "multiples")?.finding).toContain("Knives has the most money");
  const none = { ...crossed, rows: rows.map(({ name }) => row(name, [0, 0, 0, 0, 0, 0, 0])) };
  const blocks = prioritiesByYear({ byPriority: none, year: 2023 } as unknown as YearlyReport, "when-needed");
  expect(find(blocks, "multiples")?.finding).toContain("No money of 2020 to 2021");
});
