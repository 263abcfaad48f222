import { type Finding, judge } from "./gates.ts";
import type { Machine } from "./machine.ts";
import type { Spent } from "./profile.ts";
import type { PartResult } from "./run-part.ts";

/** A table of figures that nothing is asked of by themselves. */
export type Figures = { title: string; note?: string; heading: string[]; rows: string[][] };

export type Results = { machine: Machine; parts: readonly PartResult[]; registers: Figures };

const LIMIT_SIGN = { more: "≥", less: "≤" } as const;

/** The page `benchmarks/results.md`. */
export function resultsPage({ machine, parts, registers }: Results): string {
  const failed = parts.filter((part) => part.failed !== null);
  const figures = [...parts.flatMap((part) => part.figures), registers];
  const rows = parts.flatMap((part) => part.findings).map(findingRow);
  return [
    "# Results of the benchmark",
    "",
    "Written by `npm run bench`; no figure is typed by hand. Rates are compared with what else was measured in the same",
    "rounds only: the same machine differs by a factor of two from hour to hour. `README.md` says what is measured and",
    "how.",
    "",
    ...machine.lines.map((line) => `- ${line}`),
    `- Measured at: ${parts.map(({ part, at }) => `${part} ${at.slice(0, 16).replace("T", " ")}`).join(", ")} (UTC)`,
    "",
    "## What is asked, and what was reached",
    "",
    ...failed.flatMap(({ part, failed: why }) => [`**Not measured: ${part}.** ${why}`, ""]),
    ...table(["", "Measured", "Gate", "Goal", ""], rows),
    "",
    ...figures.flatMap(({ title, note, heading, rows }) => [
      `## ${title}`,
      "",
      ...(note ? [note, ""] : []),
      ...table(heading, rows),
      "",
    ]),
    "## What the time goes into",
    "",
    "Profiles of the server's main thread, waiting left out.",
    "",
    ...spentTable(parts.flatMap(({ spent }) => spent)),
    "",
  ].join("\n");
}

function spentTable(works: readonly Spent[]): string[] {
  const names = [...new Set(works.flatMap(({ parts }) => parts.map(({ part }) => part)))];
  const percent = (work: Spent, name: string) =>
    `${(work.parts.find(({ part }) => part === name)?.percent ?? 0).toFixed(0)}%`;
  return table(
    ["Part", ...works.map(({ title }) => title)],
    names.map((name) => [name, ...works.map((work) => percent(work, name))]),
  );
}

function findingRow(finding: Finding): string[] {
  const { work, what, measured, asked, unit } = finding;
  const limit = (value: number) => `${LIMIT_SIGN[asked.better]} ${figure(value, unit)}`;
  const reached = Number.isFinite(measured) ? figure(measured, unit) : "not measured";
  return [`${work}: ${what}`, reached, limit(asked.gate), limit(asked.goal), judge(finding)];
}

/** Enough digits to tell figures apart and no more. */
export function figure(value: number, unit = ""): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  const text = Number(value.toFixed(digits)).toLocaleString("en-GB");
  return unit === "%" || unit === "×" || unit === "" ? `${text}${unit}` : `${text} ${unit}`;
}

function table(heading: string[], rows: string[][]): string[] {
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  return [line(heading), line(heading.map(() => "---")), ...rows.map(line)];
}
