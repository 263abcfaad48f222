import { describe, expect, test } from "vitest";
import type { Figures, FundingSecuredReport, Grouping } from "../funding-secured.ts";
import type { CellSums } from "../row-sums.queries.server.ts";
import { arrangeCells, tooLargeWords } from "./crossed.rules.ts";
import { crossedFile, crossedFileRows } from "./crossed-file.rules.ts";
import { crossedProofWords, crossedText, isProven } from "./crossed-words.rules.ts";

const figures = (pence: number, more: Partial<Figures> = {}): Figures => ({
  securedPence: pence,
  grossPence: pence,
  passedOnPence: 0,
  awards: 1,
  notRecorded: 0,
  approximatePence: 0,
  ...more,
});

function reportBy(by: Grouping, rows: [number, string, Figures][], rest: Figures): FundingSecuredReport {
  const sharesPence = rows.reduce((sum, [, , each]) => sum + each.securedPence, 0);
  const totalPence = sharesPence + rest.securedPence;
  return {
    figures: {
      report: "funding-secured",
      by,
      asAt: "2025-03-31",
      knownAt: "2025-06-30",
      rows: rows.map(([id, name, each]) => ({ id, name, ...each })),
      notApportionedPence: rest.securedPence,
      totalPence,
      awards: 3,
      notRecorded: 1,
      approximatePence: 0,
      mayBeTooHighByPence: 0,
      jointSplitNotKnownPence: 0,
    },
    partnerships: null,
    notApportioned: rest,
    total: figures(totalPence),
    joint: { total: figures(0, { awards: 0 }), awards: [] },
    mayInclude: [],
    proof: {
      sharesPence,
      notApportionedPence: rest.securedPence,
      awardsPence: totalPence,
      countedTwicePence: 0,
    },
  };
}

const UNKNOWN = figures(0, { notRecorded: 1 });
const down = reportBy("partnership", [[1, "Aldham", figures(300)]], UNKNOWN);
const across = reportBy(
  "year",
  [
    [2024, "2024 to 2025", figures(200)],
    [2023, "2023 to 2024", figures(50)],
  ],
  figures(50),
);
const cell = (row: number | null, column: number | null, pence: number, notRecorded = 0): CellSums => ({
  row,
  column,
  grossPence: pence,
  passedOnPence: 0,
  notRecorded,
  approximatePence: 0,
});
const CELLS = [cell(1, 2024, 200), cell(1, 2023, 50), cell(1, null, 50), cell(null, null, 0, 1)];

describe("a table of two groupings", () => {
  test("has years in their order and what is not yet apportioned last on both sides", () => {
    const table = arrangeCells(down, across, CELLS);
    expect(table.columns.map(({ name }) => name)).toEqual([
      "2023 to 2024",
      "2024 to 2025",
      "Not yet apportioned",
    ]);
    expect(table.rows.map(({ name, cells, sum }) => [name, ...cells, sum])).toEqual([
      ["Aldham", 50, 200, 50, 300],
      ["Not yet apportioned", 0, 0, null, null],
    ]);
    expect(isProven(table.proof)).toBe(true);
    expect(crossedProofWords(table.proof)).toBe(
      "Rows £3.00 + not yet apportioned £0.00 = columns £2.50 + not yet apportioned £0.50 = awards £3.00. Counted twice: £0.00",
    );
    expect(crossedText(table)).toContain("not recorded");
  });

  test("tells by how much a cell is out", () => {
    const table = arrangeCells(down, across, [...CELLS.slice(1), cell(1, 2024, 199)]);
    expect([isProven(table.proof), table.proof.cellsOutPence]).toEqual([false, 2]);
  });

  test("is a list in a file where it would be too wide, which comes to the same total", () => {
    const table = arrangeCells(down, across, CELLS);
    expect(crossedFileRows(crossedFile(table, 2))).toEqual([
      ["Partnership", "Financial year", "Secured (£)"],
      ["Aldham", "2023 to 2024", "0.50"],
      ["Aldham", "2024 to 2025", "2.00"],
      ["Aldham", "Not yet apportioned", "0.50"],
      ["Not yet apportioned", "Not yet apportioned", ""],
    ]);
  });

  test("says what to do where it is too large to be shown", () => {
    const most = { columns: 40, cells: 20_000 };
    expect(tooLargeWords(10, 40, "year", most)).toBeNull();
    expect(tooLargeWords(10, 315, "partnership", most)).toMatch(
      /^The table would have 315 columns, one for each partnership/,
    );
    expect(tooLargeWords(2_000, 11, "year", most)).toMatch(/^The table would have 22,000 cells/);
  });
});
