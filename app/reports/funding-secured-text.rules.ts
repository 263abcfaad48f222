import type { FundingSecuredReport } from "./funding-secured.ts";
import { type ReportRow, rowText, tableOf } from "./funding-secured-table.rules.ts";
import {
  countedOnceWords,
  decimalsOfReport,
  jointAmount,
  jointWords,
  momentWords,
  notesOf,
  proofWords,
  reachWords,
  titleOf,
} from "./funding-secured-words.rules.ts";

/** The report as plain text: the table of the page, aligned, with its notes and the proof line. */
export function fundingSecuredText(report: FundingSecuredReport): string {
  const decimals = decimalsOfReport(report);
  const joint = jointWords(report, decimals);
  const lines = [
    titleOf(report.figures),
    `${reachWords(report.partnerships)}. ${momentWords(report.figures)}`,
    "",
    ...tableLines(report),
    "",
    ...notesOf(
      report,
      countedOnceWords(report) && "Awards that stand in several rows count once in the total.",
    ),
    "",
    proofWords(report.proof),
  ];
  if (joint !== null) {
    const awards = report.joint.awards.map(
      (award) => `  ${award.reference}: ${award.title}, ${jointAmount(award, decimals)}`,
    );
    lines.push("", `${joint} (in no row and not in the total)`, ...awards);
  }
  return `${lines.join("\n")}\n`;
}

function tableLines(report: FundingSecuredReport): string[] {
  const table = tableOf(report);
  const decimals = decimalsOfReport(report);
  const cells = (row: ReportRow) => [
    row.name,
    ...table.columns.map((column) => rowText(column, row, decimals)),
  ];
  const heading = [table.nameHeading, ...table.columns.map((column) => column.heading)];
  const body = [...table.rows, table.notApportioned].map(cells);
  const total = cells(table.total);
  return alignedLines(heading, [...body, total]);
}

/**
 * A table of texts in aligned columns, the first to the left; a rule stands under the heading and, where the last row is a
 * total, over it. @param toTheLeft which other columns hold words, by their places
 */
export function alignedLines(
  heading: readonly string[],
  rows: readonly string[][],
  hasTotal = true,
  toTheLeft: readonly number[] = [],
): string[] {
  const widths = heading.map((_, index) =>
    Math.max(...[heading, ...rows].map((row) => (row[index] ?? "").length)),
  );
  const isLeft = (index: number) => index === 0 || toTheLeft.includes(index);
  const inColumns = (row: readonly string[]) =>
    row
      .map((cell, index) =>
        isLeft(index) ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0),
      )
      .join("  ");
  const rule = widths.map((width) => "-".repeat(width)).join("  ");
  if (!hasTotal) return [inColumns(heading), rule, ...rows.map(inColumns)];
  return [
    inColumns(heading),
    rule,
    ...rows.slice(0, -1).map(inColumns),
    rule,
    ...rows.slice(-1).map(inColumns),
  ];
}
