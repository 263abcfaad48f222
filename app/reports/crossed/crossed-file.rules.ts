import { plainPounds } from "#app/core/money.ts";
import { GROUPING_NAMES } from "../funding-secured.ts";
import { cellValue } from "../funding-secured-table.rules.ts";
import type { Cell, CrossedReport } from "./crossed.ts";
import { pairRows } from "./pairs.rules.ts";

/** Columns that a file has at most: spreadsheets open no more than 16,384, and nobody reads a thousand. */
const MOST_FILE_COLUMNS = 1_000;

/** The table as a file holds it: names first, then money in pence, null where not recorded. The total stands apart. */
export type CrossedFile = {
  names: string[];
  amounts: string[];
  rows: [names: string[], amounts: Cell[]][];
  total: Cell[];
};

/**
 * The rows of the page in its order, with a column for each of the other side, without those that add others up. A table
 * that would be too wide is a list instead: one row for each cell in which money stands. Both come to the same total.
 */
export function crossedFile(crossed: CrossedReport, mostColumns: number = MOST_FILE_COLUMNS): CrossedFile {
  const { pairs } = crossed;
  const [by, and] = [GROUPING_NAMES[crossed.by], GROUPING_NAMES[crossed.and]];
  if (pairs !== null) {
    return {
      names: [by, and],
      amounts: pairs.columns.map(({ heading }) => heading),
      rows: pairRows(pairs),
      total: pairs.columns.map(({ key }) => cellValue(key, pairs.total)),
    };
  }
  if (crossed.columns.length <= mostColumns) {
    const [, ...amounts] = toldApart([by, ...crossed.columns.map(({ name }) => name), "Total"]);
    return {
      names: [by],
      amounts,
      rows: crossed.rows.map(({ name, cells, sum }) => [[name], [...cells, sum]]),
      total: [...crossed.total.cells, crossed.total.sum],
    };
  }
  const filled = crossed.rows.flatMap(({ name, cells }) =>
    cells.flatMap((cell, index): CrossedFile["rows"] =>
      cell === 0 ? [] : [[[name, crossed.columns[index]?.name ?? ""], [cell]]],
    ),
  );
  return {
    names: [by, and],
    amounts: ["Secured"],
    rows: filled,
    total: [crossed.total.sum],
  };
}

/** Two headings of one name would be one and the same to a program: the second gets a number. */
function toldApart(headings: readonly string[]): string[] {
  const times = new Map<string, number>();
  return headings.map((heading) => {
    const time = (times.get(heading) ?? 0) + 1;
    times.set(heading, time);
    return time === 1 ? heading : `${heading} (${time})`;
  });
}

/** The file's rows as texts, heading first, money in plain pounds. */
export function crossedFileRows(file: CrossedFile): string[][] {
  return [
    [...file.names, ...file.amounts.map((name) => `${name} (£)`)],
    ...file.rows.map(([names, amounts]) => [
      ...names,
      ...amounts.map((cell) => (cell === null ? "" : plainPounds(cell))),
    ]),
  ];
}
