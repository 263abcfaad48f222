import { type FundingSecuredReport, GROUPING_NAMES, type Grouping } from "../funding-secured.ts";
import { cellValue, type ReportRow, tableOf } from "../funding-secured-table.rules.ts";
import { emptyWords } from "./changes-words.rules.ts";

/** A figure at both moments, in pence; null where awards stand in it and the amount of none is recorded, and where no award stands in the whole report. */
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
  /** What stands for the figures of the first and the second report where no award is in them; null where one is. */
  empty: [first: string | null, second: string | null];
};

/** Two reports of one grouping row by row: first the rows of the second one in its order, then those that are gone. */
export function compareReports(from: FundingSecuredReport, to: FundingSecuredReport): Comparison {
  const [then, now] = [tableOf(from), tableOf(to)];
  const before = new Map(then.rows.map((row) => [row.row, row]));
  const after = new Map(now.rows.map((row) => [row.row, row]));
  const empty: Comparison["empty"] = [emptyIn(from), emptyIn(to)];
  const compared = (first: ReportRow | undefined, second: ReportRow | undefined) =>
    withoutEmpty(comparedRow(first, second), empty);
  const gone = then.rows.filter(({ row }) => !after.has(row));
  return {
    by: to.figures.by,
    rows: [
      ...now.rows.map((row) => compared(before.get(row.row), row)),
      ...gone.map((row) => compared(row, undefined)),
    ],
    notApportioned: compared(then.notApportioned, now.notApportioned),
    total: compared(then.total, now.total),
    empty,
  };
}

function emptyIn({ total, joint }: FundingSecuredReport): string | null {
  return total.awards === 0 ? emptyWords(joint.total) : null;
}

/** What a report in which nothing stands says of a row is not £0. */
function withoutEmpty(row: ComparedRow, [first, second]: Comparison["empty"]): ComparedRow {
  return {
    ...row,
    ...(first !== null && { firstPence: null }),
    ...(second !== null && { secondPence: null }),
    ...(first !== null && second !== null && { differencePence: null }),
  };
}

/** "By partnership: then, now and the difference". */
export function comparisonTitle({ by }: Pick<Comparison, "by">): string {
  return `By ${GROUPING_NAMES[by].toLowerCase()}: the first report, the second, and the difference`;
}

function comparedRow(then: ReportRow | undefined, now: ReportRow | undefined): ComparedRow {
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
