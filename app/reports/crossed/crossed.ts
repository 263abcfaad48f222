import type { WhereSplit } from "../beside/beside.rules.ts";
import type { Figures, FundingSecuredQuery, FundingSecuredReport, Grouping } from "../funding-secured.ts";
import type { ReportColumn } from "../funding-secured-table.rules.ts";

/** What is asked for: the report, with another grouping as columns. */
export type CrossedQuery = FundingSecuredQuery & { and: Grouping };

/** How large a table may get where it is shown. */
export type MostCells = { columns: number; cells: number };

/** What a page, a print and a terminal show. */
export const MOST_ON_A_PAGE: MostCells = { columns: 40, cells: 20_000 };

/** Money secured in a cell, in pence; null where awards stand in it and the amount of none is recorded. */
export type Cell = number | null;

/** A row or a column: its name in the address of the lines behind it, and its cells in the order of the other side. */
export type CrossedRow = {
  row: string;
  name: string;
  cells: Cell[];
  /** What the whole row comes to, as the report by its grouping alone says it. */
  sum: Cell;
};

export type CrossedColumn = { column: string; name: string };

/** Both sides of the table, and the awards by their versions in force: three ways to one number. Pence. */
export type CrossedProof = {
  rowsPence: number;
  rowsNotApportionedPence: number;
  columnsPence: number;
  columnsNotApportionedPence: number;
  awardsPence: number;
  countedTwicePence: number;
  /** By how much cells differ from the sums of their rows and columns; 0 unless the register is damaged. */
  cellsOutPence: number;
};

/** A row of one group of the rows and one of the columns, with all that is asked for of it. */
export type Pair = { column: string; name: string; figures: Figures };

/** A group of the rows with its pairs, and what it comes to: as the report by the rows alone says it. */
export type PairGroup = { row: string; name: string; pairs: Pair[]; sum: Figures };

/** The table where more than what is secured is asked for: a row for each pair, each amount in a column of its own. */
export type Pairs = {
  columns: ReportColumn[];
  groups: PairGroup[];
  total: Figures;
  /** Where what bids requested stands, by the groups of the rows and by those of the columns. */
  requestedIn: { by: WhereSplit; and: WhereSplit };
};

/** The report with two groupings at once. The last column and the last row but the total are not yet apportioned. */
export type CrossedReport = {
  /** The report by its rows alone, with what has to be known to read it. */
  report: FundingSecuredReport;
  by: Grouping;
  and: Grouping;
  columns: CrossedColumn[];
  rows: CrossedRow[];
  total: CrossedRow;
  /** Null where nothing is to stand beside what is secured. */
  pairs: Pairs | null;
  proof: CrossedProof;
};
