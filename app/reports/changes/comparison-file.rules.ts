import { formatPounds, plainPounds } from "#app/core/money.ts";
import { GROUPING_NAMES } from "../funding-secured.ts";
import { decimalsOf } from "../funding-secured-table.rules.ts";
import { alignedLines } from "../funding-secured-text.rules.ts";
import { reachWords } from "../funding-secured-words.rules.ts";
import type { Changes } from "./changes.ts";
import { changesProofWords, totalWords } from "./changes-words.rules.ts";
import { columnChangesLines } from "./columns/column-changes.rules.ts";
import type { ColumnChanges } from "./columns/column-changes.ts";
import { comparisonTitle } from "./comparison.rules.ts";
import { type ComparedGroups, type ComparedRow, type Comparison, SIDE_NAMES } from "./comparison.ts";

const SIDES = ["First report", "Second report", "Difference"] as const;

/** The headings of money: of what is secured, then of each column that was asked for. */
export function comparisonHeadings({ more }: Comparison): string[] {
  const ofMore = more.flatMap(({ column }) =>
    SIDES.map((side) => `${SIDE_NAMES[column]}: ${side.toLowerCase()}`),
  );
  return [...SIDES, ...ofMore];
}

type FileRow = [name: string, ...pence: (number | null)[]];

/** The rows of the two reports side by side as the page shows them, without the total; pence, null for not recorded. */
export function comparisonRows(comparison: Comparison): FileRow[] {
  const all = [comparison, ...comparison.more].map(({ rows, notApportioned }) => [...rows, notApportioned]);
  return (all[0] ?? []).map((row, index) =>
    fileRow(
      row.name,
      all.map((rows) => rows[index]),
    ),
  );
}

/** What the two come to, in the same columns. */
export function comparisonTotal({ total, more }: Comparison): FileRow {
  return fileRow(total.name, [total, ...more.map((each) => each.total)]);
}

function fileRow(name: string, figures: readonly (ComparedRow | undefined)[]): FileRow {
  return [name, ...figures.flatMap((figure) => penceOf(figure))];
}

function penceOf(figure: ComparedRow | undefined): (number | null)[] {
  return [figure?.firstPence ?? null, figure?.secondPence ?? null, figure?.differencePence ?? null];
}

/** The same as the rows of a file, heading first, money in plain pounds; what is not recorded is left empty. */
export function comparisonFileRows(comparison: Comparison): string[][] {
  const heading = [
    GROUPING_NAMES[comparison.by],
    ...comparisonHeadings(comparison).map((column) => `${column} (£)`),
  ];
  const rows = comparisonRows(comparison).map(([name, ...amounts]) => [
    name,
    ...amounts.map((pence) => (pence === null ? "" : plainPounds(pence))),
  ]);
  return [heading, ...rows];
}

/** The two reports side by side as plain text, with the proof line; then each column that was asked for, and what changed in it. */
export function comparisonText(
  comparison: Comparison,
  changes: Changes,
  columnChanges: readonly ColumnChanges[] = [],
): string {
  const { more, notes } = comparison;
  return `${[
    comparisonTitle(comparison),
    `${reachWords(changes.partnerships)}.`,
    `First report: ${totalWords(changes.from)}`,
    `Second report: ${totalWords(changes.to)}`,
    "",
    ...tableLines(comparison, comparison),
    "",
    changesProofWords(changes),
    ...more.flatMap((each) => [
      "",
      comparisonTitle(comparison, each.column),
      "",
      ...tableLines(comparison, each, each.notSplit),
    ]),
    ...(notes.length === 0 ? [] : ["", ...notes]),
    ...columnChanges.flatMap((each) => ["", ...columnChangesLines(each)]),
  ].join("\n")}\n`;
}

function tableLines(
  { by, empty }: Comparison,
  { rows, notApportioned, total }: ComparedGroups,
  notSplit: string | null = null,
): string[] {
  const all = [...rows, notApportioned, total];
  const decimals = decimalsOf(
    all.flatMap(({ firstPence, secondPence }) => [firstPence ?? 0, secondPence ?? 0]),
  );
  const unknown = (row: ComparedRow) => (row === notApportioned || row === total ? null : notSplit);
  const text = (row: ComparedRow, pence: number | null, side: number) =>
    pence === null ? (empty[side] ?? unknown(row) ?? "not recorded") : formatPounds(pence, decimals);
  return alignedLines(
    [GROUPING_NAMES[by], ...SIDES],
    all.map((row) => [row.name, ...penceOf(row).map((pence, side) => text(row, pence, side))]),
  );
}
