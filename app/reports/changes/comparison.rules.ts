import { besideApartWords, besideWords } from "../beside/beside.rules.ts";
import type { BesideColumn } from "../beside/beside.ts";
import { type Figures, type FundingSecuredReport, GROUPING_NAMES } from "../funding-secured.ts";
import {
  besideColumnsOf,
  cellValue,
  type ReportRow,
  type ReportTable,
  tableOf,
} from "../funding-secured-table.rules.ts";
import { emptyWords } from "./changes-words.rules.ts";
import {
  type ComparedGroups,
  type ComparedRow,
  type Comparison,
  SIDE_NAMES,
  type SideColumn,
} from "./comparison.ts";

/** Two reports of one grouping row by row: first the rows of the second one in its order, then those that are gone. */
export function compareReports(
  from: FundingSecuredReport,
  to: FundingSecuredReport,
  columns: readonly SideColumn[] = [],
): Comparison {
  const [then, now] = [tableOf(from), tableOf(to)];
  const empty: Comparison["empty"] = [emptyIn(from), emptyIn(to)];
  return {
    by: to.figures.by,
    ...comparedGroups("secured", [then, now], empty),
    empty,
    more: columns.map((column) => ({
      column,
      notSplit: notSplitIn(now, column) ?? notSplitIn(then, column) ?? null,
      ...comparedGroups(column, [then, now], empty),
    })),
    notes: notesOf(from, to),
  };
}

function comparedGroups(
  column: Compared,
  [then, now]: [ReportTable, ReportTable],
  empty: Comparison["empty"],
): ComparedGroups {
  const before = new Map(then.rows.map((row) => [row.row, row]));
  const after = new Map(now.rows.map((row) => [row.row, row]));
  const compared = (first: ReportRow | undefined, second: ReportRow | undefined) =>
    withoutEmpty(comparedRow(column, first, second), empty);
  const gone = then.rows.filter(({ row }) => !after.has(row));
  return {
    rows: [
      ...now.rows.map((row) => compared(before.get(row.row), row)),
      ...gone.map((row) => compared(row, undefined)),
    ],
    notApportioned: compared(then.notApportioned, now.notApportioned),
    total: compared(then.total, now.total),
  };
}

function notSplitIn({ columns }: ReportTable, column: SideColumn): string | undefined {
  return columns.find(({ key }) => key === column)?.notSplit;
}

/** What the columns beside are, once, and what each report tells apart from them. */
function notesOf(from: FundingSecuredReport, to: FundingSecuredReport): string[] {
  if (besideColumnsOf(to.total).length === 0) return [];
  const apart = new Set(besideApartWords(to));
  return [
    ...besideWords(to, [to.figures.by]).filter((words) => !apart.has(words)),
    ...besideApartWords(from).map((words) => `First report: ${words}`),
    ...besideApartWords(to).map((words) => `Second report: ${words}`),
  ];
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

/** "By partnership: the first report, the second, and the difference"; of a column beside what is secured it is named first. */
export function comparisonTitle({ by }: Pick<Comparison, "by">, column: SideColumn | null = null): string {
  const grouped = `by ${GROUPING_NAMES[by].toLowerCase()}: the first report, the second, and the difference`;
  return column === null ? `B${grouped.slice(1)}` : `${SIDE_NAMES[column]} ${grouped}`;
}

/** The columns that stand beside what the ledger holds. */
export function besideIn(columns: readonly SideColumn[]): BesideColumn[] {
  return columns.flatMap((column) => (isOfLedger(column) ? [] : [column]));
}

type Compared = "secured" | SideColumn;

function comparedRow(column: Compared, then: ReportRow | undefined, now: ReportRow | undefined): ComparedRow {
  const pence = (row: ReportRow | undefined) => {
    if (row !== undefined) return cellValue(column, row.figures);
    return isOfLedger(column) ? 0 : null;
  };
  const [firstPence, secondPence] = [pence(then), pence(now)];
  const difference = recordedPence(column, now?.figures) - recordedPence(column, then?.figures);
  const isUnknown = difference === 0 && (firstPence === null || secondPence === null);
  return {
    row: (now ?? then)?.row ?? "",
    name: (now ?? then)?.name ?? "",
    firstPence,
    secondPence,
    differencePence: isUnknown ? null : difference,
  };
}

const OF_LEDGER = { secured: "securedPence", gross: "grossPence", passedOn: "passedOnPence" } as const;

function isOfLedger(column: Compared): column is keyof typeof OF_LEDGER {
  return column in OF_LEDGER;
}

/** What a group adds to the difference: what is not recorded adds nothing. */
function recordedPence(column: Compared, figures: Figures | undefined): number {
  if (figures === undefined) return 0;
  return isOfLedger(column) ? figures[OF_LEDGER[column]] : (figures.beside?.[column] ?? 0);
}
