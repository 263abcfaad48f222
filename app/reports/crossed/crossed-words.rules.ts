import { formatPounds } from "#app/core/money.ts";
import { GROUPING_NAMES } from "../funding-secured.ts";
import { cellText, type Decimals, decimalsOf } from "../funding-secured-table.rules.ts";
import { alignedLines } from "../funding-secured-text.rules.ts";
import { momentWords, notesOf, reachWords } from "../funding-secured-words.rules.ts";
import type { Cell, CrossedProof, CrossedReport, Pairs } from "./crossed.ts";
import { decimalsOfPairs, pairText } from "./pairs.rules.ts";

/** "Funding secured by partnership and financial year". */
export function crossedTitle({ by, and }: Pick<CrossedReport, "by" | "and">): string {
  return `Funding secured by ${GROUPING_NAMES[by].toLowerCase()} and ${GROUPING_NAMES[and].toLowerCase()}`;
}

/** The proof line of both directions, to the penny. */
export function crossedProofWords(proof: CrossedProof): string {
  const pounds = (pence: number) => formatPounds(pence, "always");
  return [
    `Rows ${pounds(proof.rowsPence)} + not yet apportioned ${pounds(proof.rowsNotApportionedPence)}`,
    `columns ${pounds(proof.columnsPence)} + not yet apportioned ${pounds(proof.columnsNotApportionedPence)}`,
    `awards ${pounds(proof.awardsPence)}. Counted twice: ${pounds(proof.countedTwicePence)}`,
  ].join(" = ");
}

/** True where rows, columns and awards come to one number and every cell is in it once. */
export function isProven({ countedTwicePence, cellsOutPence }: CrossedProof): boolean {
  return countedTwicePence === 0 && cellsOutPence === 0;
}

/** Two decimals on all amounts as soon as one has pence. */
export function decimalsOfCells({ rows, total }: Pick<CrossedReport, "rows" | "total">): Decimals {
  return decimalsOf([...rows, total].flatMap(({ cells, sum }) => [...cells, sum]).map((cell) => cell ?? 0));
}

/** A cell as people read it. */
export function crossedCellText(cell: Cell, decimals: Decimals): string {
  return cell === null ? "not recorded" : formatPounds(cell, decimals);
}

/** The report as plain text: the table of the page, aligned, with its notes and the proof line. */
export function crossedText(crossed: CrossedReport): string {
  const { report, columns, rows, total, pairs } = crossed;
  const decimals = decimalsOfCells(crossed);
  const heading = [GROUPING_NAMES[crossed.by], ...columns.map(({ name }) => name), "Total"];
  const body = [...rows, total].map(({ name, cells, sum }) => [
    name,
    ...[...cells, sum].map((cell) => crossedCellText(cell, decimals)),
  ]);
  return `${[
    crossedTitle(crossed),
    `${reachWords(report.partnerships)}. ${momentWords(report.figures)}`,
    "",
    ...(pairs === null ? alignedLines(heading, body) : pairLines(crossed, pairs)),
    "",
    ...notesOf(report, null, crossed.and),
    "",
    crossedProofWords(crossed.proof),
  ].join("\n")}\n`;
}

function pairLines(crossed: CrossedReport, pairs: Pairs): string[] {
  const { columns, groups, total } = pairs;
  const decimals = decimalsOfPairs(pairs);
  const heading = [GROUPING_NAMES[crossed.by], GROUPING_NAMES[crossed.and]];
  const rows = groups.flatMap((group) =>
    [...group.pairs, null].map((pair) => [
      group.name,
      pair?.name ?? "All",
      ...columns.map((column) => pairText(column, crossed, group, pair, decimals)),
    ]),
  );
  const sum = ["Total", "", ...columns.map((column) => cellText(column, total, decimals))];
  return alignedLines([...heading, ...columns.map((column) => column.heading)], [...rows, sum]);
}

/** The report as it is given to a program: the figures by rows, and what each row is made of, column by column. */
export function crossedFigures({ report, and, columns, rows, total, pairs, proof }: CrossedReport) {
  const { rows: _rows, ...figures } = report.figures;
  const { groups } = pairs ?? {};
  return { ...figures, and, columns, rows, total, ...(groups && { pairs: groups }), proof };
}
