import { type FundingSecuredReport, GROUPING_NAMES, type Grouping } from "../funding-secured.ts";
import { cellValue, type ReportRow, tableOf } from "../funding-secured-table.rules.ts";

/** A figure at both moments, in pence; null where awards stand in it and the amount of none is recorded. */
export type ComparedRow = {
  row: string;
  name: string;
  firstPence: number | null;
  secondPence: number | null;
  /** What the second says more than the first; what is not recorded adds nothing, and beside £0 leaves it unknown. */
  differencePence: number | null;
};

export type Comparison = {
  by: Grouping;
  rows: ComparedRow[];
  notApportioned: ComparedRow;
  total: ComparedRow;
};

/** Two reports of one grouping row by row: first the rows of the second one in its order, then those that are gone. */
export function compareReports(from: FundingSecuredReport, to: FundingSecuredReport): Comparison {
  const [then, now] = [tableOf(from), tableOf(to)];
  const before = new Map(then.rows.map((row) => [row.row, row]));
  const after = new Map(now.rows.map((row) => [row.row, row]));
  const gone = then.rows.filter(({ row }) => !after.has(row));
  return {
    by: to.figures.by,
    rows: [
      ...now.rows.map((row) => compared(before.get(row.row), row)),
      ...gone.map((row) => compared(row, undefined)),
    ],
    notApportioned: compared(then.notApportioned, now.notApportioned),
    total: compared(then.total, now.total),
  };
}

/** "By partnership: then, now and the difference". */
export function comparisonTitle({ by }: Pick<Comparison, "by">): string {
  return `By ${GROUPING_NAMES[by].toLowerCase()}: the first report, the second, and the difference`;
}

function compared(then: ReportRow | undefined, now: ReportRow | undefined): ComparedRow {
  const pence = (row: ReportRow | undefined) => (row === undefined ? 0 : cellValue("secured", row.figures));
  const [firstPence, secondPence] = [pence(then), pence(now)];
  const difference = (now?.figures.securedPence ?? 0) - (then?.figures.securedPence ?? 0);
  const isUnknown = difference === 0 && (firstPence === null || secondPence === null);
  return {
    row: (now ?? then)?.row ?? "",
    name: (now ?? then)?.name ?? "",
    firstPence,
    secondPence,
    differencePence: isUnknown ? null : difference,
  };
}
