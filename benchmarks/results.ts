import { type Finding, judge } from "./gates.ts";
import type { Machine } from "./machine.ts";
import type { Spent } from "./profile.ts";

/** A table of figures that nothing is asked of by themselves. */
export type Figures = { title: string; note?: string; heading: string[]; rows: string[][] };

export type Results = { machine: Machine; findings: Finding[]; figures: Figures[]; spent: Spent };

const LIMIT_SIGN = { more: "≥", less: "≤" } as const;

/** The page `benchmarks/results.md`. */
export function resultsPage({ machine, findings, figures, spent }: Results): string {
  return [
    "# Results of the benchmark",
    "",
    "Written by `npm run bench`; no figure is typed by hand. Rates are compared with what else was measured in the same",
    "run only: the same machine differs by a factor of two from hour to hour. `README.md` says what is measured and how.",
    "",
    ...machine.lines.map((line) => `- ${line}`),
    "",
    "## What is asked, and what was reached",
    "",
    ...table(["", "Measured", "Gate", "Goal", ""], findings.map(findingRow)),
    "",
    ...figures.flatMap(({ title, note, heading, rows }) => [
      `## ${title}`,
      "",
      ...(note ? [note, ""] : []),
      ...table(heading, rows),
      "",
    ]),
    "## What the time of a list goes into",
    "",
    "A profile of the server while it answers W1 over 10 connections.",
    "",
    ...table(
      ["Part", "Share of the time"],
      spent.map(({ part, percent }) => [part, `${percent.toFixed(0)}%`]),
    ),
    "",
  ].join("\n");
}

function findingRow(finding: Finding): string[] {
  const { work, what, measured, asked, unit } = finding;
  const limit = (value: number) => `${LIMIT_SIGN[asked.better]} ${figure(value, unit)}`;
  return [`${work}: ${what}`, figure(measured, unit), limit(asked.gate), limit(asked.goal), judge(finding)];
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
