import { formatPounds, plainPounds } from "#app/core/money.ts";
import { openCellWords } from "./beside/beside.rules.ts";
import { BESIDE_COLUMNS, BESIDE_NAMES, type BesideColumn } from "./beside/beside.ts";
import { isUnknown } from "./funding-secured.rules.ts";
import { type Figures, type FundingSecuredReport, GROUPING_NAMES } from "./funding-secured.ts";

export type ColumnKey =
  | "awards"
  | "notRecorded"
  | "gross"
  | "passedOn"
  | "secured"
  | "approximate"
  | BesideColumn;
export type Decimals = "when-needed" | "always";
export type ReportColumn = {
  key: ColumnKey;
  heading: string;
  isMoney: boolean;
  /** What a row says that has nothing in this column, where nothing of it can be told from the others. */
  notSplit?: string;
};

/** A row as it is shown. `row` is its name in the address of the lines behind it. */
export type ReportRow = { row: string; name: string; figures: Figures };

/** The table of the report: one for the page, the file and the command line, so that all three show the same. */
export type ReportTable = {
  nameHeading: string;
  columns: ReportColumn[];
  rows: ReportRow[];
  notApportioned: ReportRow;
  total: ReportRow;
};

/** What stands in no group, by its name in an address. */
export const NOT_APPORTIONED = "not-apportioned";

/** Columns that would be empty all the way down are left out. */
export function tableOf({ figures, notApportioned, total }: FundingSecuredReport): ReportTable {
  const rows = figures.rows.map(({ id, name, ...rest }) => ({ row: String(id), name, figures: rest }));
  const all = [...figures.rows, notApportioned, total];
  const columns: ReportColumn[] = [{ key: "awards", heading: "Awards", isMoney: false }];
  if (all.some((row) => row.notRecorded > 0)) {
    columns.push({ key: "notRecorded", heading: "Amount not recorded", isMoney: false });
  }
  if (all.some((row) => row.passedOnPence !== 0)) {
    columns.push(
      { key: "gross", heading: "Gross", isMoney: true },
      { key: "passedOn", heading: "Passed on", isMoney: true },
    );
  }
  columns.push({ key: "secured", heading: "Secured", isMoney: true });
  if (all.some((row) => row.approximatePence > 0)) {
    columns.push({ key: "approximate", heading: "Of which approximate", isMoney: true });
  }
  for (const key of besideColumnsOf(total)) {
    const notSplit = openCellWords(key, figures.by, {
      inRows: figures.rows.some(({ beside }) => beside?.[key] != null),
      apart: notApportioned.beside?.[key] != null,
    });
    columns.push({ key, heading: BESIDE_NAMES[key], isMoney: true, notSplit });
  }
  return {
    nameHeading: GROUPING_NAMES[figures.by],
    columns,
    rows,
    notApportioned: { row: NOT_APPORTIONED, name: "Not yet apportioned", figures: notApportioned },
    total: { row: "total", name: "Total", figures: total },
  };
}

/** The columns that stand beside what is secured. */
export function besideColumnsOf({ beside = {} }: Pick<Figures, "beside">): BesideColumn[] {
  return BESIDE_COLUMNS.filter((column) => column in beside);
}

/** Pence, or a number of awards. Null where nothing is recorded, or the row has awards and the amount of none of them is recorded. */
export function cellValue(key: ColumnKey, figures: Figures): number | null {
  switch (key) {
    case "awards":
      return figures.awards;
    case "notRecorded":
      return Math.max(figures.notRecorded, 0);
    case "gross":
      return isUnknown(figures) ? null : figures.grossPence;
    case "passedOn":
      return figures.passedOnPence;
    case "secured":
      return isUnknown(figures) && figures.passedOnPence === 0 ? null : figures.securedPence;
    case "approximate":
      return Math.max(figures.approximatePence, 0);
    default:
      return figures.beside?.[key] ?? null;
  }
}

/** Two decimals on all money of a page as soon as one amount has pence. */
export function decimalsOf(amounts: readonly number[]): Decimals {
  return amounts.some((pence) => pence % 100 !== 0) ? "always" : "when-needed";
}

/** A cell as people read it. @param notSplit what it says where nothing of the column can be told from other rows */
export function cellText(
  column: Pick<ReportColumn, "key" | "isMoney">,
  figures: Figures,
  decimals: Decimals,
  notSplit?: string,
): string {
  const value = cellValue(column.key, figures);
  if (value === null && notSplit !== undefined) return notSplit;
  // Money stands in the row, but a claim of unknown amount or a share in what others claim leaves open what is left of it.
  if (value === null && column.key === "left" && figures.grossPence !== 0) return "not known";
  if (value === null) return "not recorded";
  if (!column.isMoney) return value.toLocaleString("en-GB");
  const { notRecorded } = figures;
  const beside = `${notRecorded} ${notRecorded === 1 ? "award" : "awards"}, amount not recorded`;
  return `${formatPounds(value, decimals)}${column.key === "left" && notRecorded > 0 ? ` + ${beside}` : ""}`;
}

/** A cell of a row: of a group, of what is not yet apportioned, or of the total. */
export function rowText(column: ReportColumn, { row, figures }: ReportRow, decimals: Decimals): string {
  const isGroup = row !== NOT_APPORTIONED && row !== "total";
  return cellText(column, figures, decimals, isGroup ? column.notSplit : undefined);
}

/**
 * The rows of the file, heading first: what the page shows, in the same order, money in plain pounds. The total is no row
 * of it, so that a column that is added up comes to it once.
 */
export function fileRows(table: ReportTable): string[][] {
  const heading = table.columns.map((column) => (column.isMoney ? `${column.heading} (£)` : column.heading));
  const cells = ({ name, figures }: ReportRow) => [
    name,
    ...table.columns.map((column) => {
      const value = cellValue(column.key, figures);
      if (value === null) return "";
      return column.isMoney ? plainPounds(value) : String(value);
    }),
  ];
  return [[table.nameHeading, ...heading], ...table.rows.map(cells), cells(table.notApportioned)];
}
