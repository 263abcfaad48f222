import { sumPence } from "#app/core/money.ts";
import { type FundingSecuredReport, GROUPING_NAMES, type Grouping } from "../funding-secured.ts";
import { cellValue, NOT_APPORTIONED, type ReportRow, tableOf } from "../funding-secured-table.rules.ts";
import type { CellSums } from "../row-sums.queries.server.ts";
import type { Cell, CrossedProof, CrossedReport, MostCells } from "./crossed.ts";

/** Groupings whose columns stand in their own order, and not the largest first. */
const IN_OWN_ORDER: readonly Grouping[] = ["year", "stream"];

/**
 * Lays sums out as a table: the rows of one report, the columns of the other, what is not yet apportioned last on both
 * sides. @param down the report by the rows. @param across the same report by the columns.
 */
export function arrangeCells(
  down: FundingSecuredReport,
  across: FundingSecuredReport,
  sums: readonly CellSums[],
): CrossedReport {
  const [rowTable, columnTable] = [tableOf(down), tableOf(across)];
  const byCell = new Map(sums.map((each) => [cellName(nameOf(each.row), nameOf(each.column)), each]));
  const side = [...inOrder(across.figures.by, columnTable.rows), columnTable.notApportioned];
  const rows = [...rowTable.rows, rowTable.notApportioned].map(({ row, name, figures }) => ({
    row,
    name,
    cells: side.map((column) => cellOf(byCell.get(cellName(row, column.row)))),
    sum: cellValue("secured", figures),
  }));
  const total = {
    row: "total",
    name: "Total",
    cells: side.map(({ figures }) => cellValue("secured", figures)),
    sum: cellValue("secured", down.total),
  };
  return {
    report: down,
    by: down.figures.by,
    and: across.figures.by,
    columns: side.map(({ row, name }) => ({ column: row, name })),
    rows,
    total,
    pairs: null,
    proof: prove(down, across, rows, total),
  };
}

/** Why a table of so many rows and columns is not shown, in words that say what to do; null where it may be. */
export function tooLargeWords(rows: number, columns: number, and: Grouping, most: MostCells): string | null {
  if (columns > most.columns) {
    return `The table would have ${columns.toLocaleString("en-GB")} columns, one for each ${GROUPING_NAMES[and].toLowerCase()}, and at most ${most.columns} can be shown. Swap rows and columns, choose a partnership, or export the table`;
  }
  if (rows * columns > most.cells) {
    return `The table would have ${(rows * columns).toLocaleString("en-GB")} cells, and at most ${most.cells.toLocaleString("en-GB")} can be shown. Choose a partnership, or export the table`;
  }
  return null;
}

function inOrder(by: Grouping, rows: readonly ReportRow[]): ReportRow[] {
  if (!IN_OWN_ORDER.includes(by)) return [...rows];
  const places = rows.map((row) => (by === "stream" ? Number(row.row === "capital") : Number(row.row)));
  return rows
    .map((row, index) => ({ row, place: places[index] ?? 0 }))
    .sort((a, b) => a.place - b.place)
    .map(({ row }) => row);
}

const cellName = (row: string, column: string) => `${row} ${column}`;
const nameOf = (key: number | string | null) => (key === null ? NOT_APPORTIONED : String(key));

function cellOf(sums: CellSums | undefined): Cell {
  if (sums === undefined) return 0;
  if (sums.grossPence === 0 && sums.passedOnPence === 0 && sums.notRecorded > 0) return null;
  return sums.grossPence - sums.passedOnPence;
}

type Sides = Pick<CrossedReport, "rows" | "total">;

function prove(
  { figures, proof }: FundingSecuredReport,
  { proof: across }: FundingSecuredReport,
  rows: Sides["rows"],
  total: Sides["total"],
): CrossedProof {
  const out = [
    ...rows.map((row) => addUp(row.cells) - (row.sum ?? 0)),
    ...total.cells.map((sum, index) => addUp(rows.map((row) => row.cells[index] ?? 0)) - (sum ?? 0)),
    figures.totalPence - (across.sharesPence + across.notApportionedPence),
  ];
  return {
    rowsPence: proof.sharesPence,
    rowsNotApportionedPence: proof.notApportionedPence,
    columnsPence: across.sharesPence,
    columnsNotApportionedPence: across.notApportionedPence,
    awardsPence: proof.awardsPence,
    countedTwicePence: proof.countedTwicePence,
    cellsOutPence: sumPence(out.map(Math.abs)),
  };
}

function addUp(cells: readonly Cell[]): number {
  return sumPence(cells.map((cell) => cell ?? 0));
}
