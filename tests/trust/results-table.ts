import type { HarnessResult } from "./results.ts";

export const RESULTS_BEGIN = "<!-- results: written by the long form, not by hand -->";
export const RESULTS_END = "<!-- end of results -->";

/**
 * The document with the rows of these results in its table: a row that is there for a harness is replaced, and those of
 * harnesses that did not run stay.
 * @param machine what they ran on.
 * @throws Error where the document has no place for the table.
 */
export function withResults(document: string, results: readonly HarnessResult[], machine: string): string {
  const [before, rest] = document.split(RESULTS_BEGIN);
  const [table, after] = rest?.split(RESULTS_END) ?? [];
  if (before === undefined || table === undefined || after === undefined) {
    throw new Error("docs/trust.md has no place for results");
  }
  const rows = new Map(rowsOf(table));
  for (const result of results) rows.set(result.harness, rowOf(result, machine));
  const sorted = [...rows].sort(([a], [b]) => a.localeCompare(b, "en-GB")).map(([, row]) => row);
  const head = ["| Harness | What it did and found | Date | Machine |", "| --- | --- | --- | --- |"];
  return [before, RESULTS_BEGIN, "\n\n", [...head, ...sorted].join("\n"), "\n\n", RESULTS_END, after].join(
    "",
  );
}

function rowsOf(table: string): [string, string][] {
  const lines = table.split("\n").filter((line) => line.startsWith("| ") && !/^\| (Harness|---) /.test(line));
  return lines.map((line) => [line.split(" | ")[0]?.slice(2) ?? "", line]);
}

function rowOf({ harness, at, figures }: HarnessResult, machine: string): string {
  const did = Object.entries(figures).map(([name, figure]) => `${name} ${format(figure)}`);
  return `| ${harness} | ${did.join(", ")} | ${at.slice(0, 10)} | ${machine} |`;
}

function format(figure: number | string): string {
  return typeof figure === "number" ? figure.toLocaleString("en-GB") : figure;
}
