import { formatPounds, plainPounds } from "#app/core/money.ts";
import { GROUPING_NAMES } from "../funding-secured.ts";
import { decimalsOf } from "../funding-secured-table.rules.ts";
import { alignedLines } from "../funding-secured-text.rules.ts";
import { reachWords } from "../funding-secured-words.rules.ts";
import type { Changes } from "./changes.ts";
import { changesProofWords, totalWords } from "./changes-words.rules.ts";
import { type Comparison, comparisonTitle } from "./comparison.rules.ts";

export const COMPARISON_COLUMNS = ["First report", "Second report", "Difference"] as const;

type FileRow = [name: string, first: number | null, second: number | null, difference: number | null];

/** The rows of the two reports side by side as the page shows them, without the total; pence, null for not recorded. */
export function comparisonRows({ rows, notApportioned }: Comparison): FileRow[] {
  return [...rows, notApportioned].map(fileRow);
}

/** What the two come to, in the same columns. */
export function comparisonTotal({ total }: Comparison): FileRow {
  return fileRow(total);
}

function fileRow({ name, firstPence, secondPence, differencePence }: Comparison["total"]): FileRow {
  return [name, firstPence, secondPence, differencePence];
}

/** The same as the rows of a file, heading first, money in plain pounds; what is not recorded is left empty. */
export function comparisonFileRows(comparison: Comparison): string[][] {
  const heading = [GROUPING_NAMES[comparison.by], ...COMPARISON_COLUMNS.map((column) => `${column} (£)`)];
  const rows = comparisonRows(comparison).map(([name, ...amounts]) => [
    name,
    ...amounts.map((pence) => (pence === null ? "" : plainPounds(pence))),
  ]);
  return [heading, ...rows];
}

/** The two reports side by side as plain text, with the proof line. */
export function comparisonText(comparison: Comparison, changes: Changes): string {
  const rows = [...comparisonRows(comparison), comparisonTotal(comparison)];
  const decimals = decimalsOf(rows.flatMap(([, first, second]) => [first ?? 0, second ?? 0]));
  const text = (pence: number | null, column: number) =>
    pence === null ? (comparison.empty[column] ?? "not recorded") : formatPounds(pence, decimals);
  const lines = alignedLines(
    [GROUPING_NAMES[comparison.by], ...COMPARISON_COLUMNS],
    rows.map(([name, ...amounts]) => [name, ...amounts.map(text)]),
  );
  return `${[
    comparisonTitle(comparison),
    `${reachWords(changes.partnerships)}.`,
    `First report: ${totalWords(changes.from)}`,
    `Second report: ${totalWords(changes.to)}`,
    "",
    ...lines,
    "",
    changesProofWords(changes),
  ].join("\n")}\n`;
}
