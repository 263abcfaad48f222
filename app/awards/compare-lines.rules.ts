import { formatFinancialYear } from "#app/core/financial-year.ts";
import { sumPence } from "#app/core/money.ts";
import { STREAM_NAMES } from "./award.ts";
import { awardWords } from "./draft-warnings.rules.ts";
import type { Line } from "./version.ts";

/** What a line says of whose, when, for what, why, which stream and out of which award. */
export type ComparedDimensions = Pick<
  Line,
  "partnership" | "financialYear" | "project" | "priority" | "theme" | "stream" | "inside" | "insideAward"
>;
export type ComparedLine = ComparedDimensions & Pick<Line, "amountPence">;

/** A combination of dimensions, before and after. Pence; null is "not recorded", and so is a change from or to it. */
export type LineChange = ComparedDimensions & {
  key: string;
  before: number | null;
  change: number | null;
  after: number | null;
};

/**
 * What changed between two versions, by combination of dimensions: those of the lines after in their order, then those
 * that are gone. Lines of one combination count together; one that did not change is there with a change of 0.
 */
export function compareLines(before: readonly ComparedLine[], after: readonly ComparedLine[]): LineChange[] {
  const combinations = new Map<string, ComparedLine>();
  for (const line of [...after, ...before]) {
    const key = keyOf(line);
    if (!combinations.has(key)) combinations.set(key, line);
  }
  return [...combinations].map(([key, { amountPence: _own, ...dimensions }]) => {
    const [was, is] = [amountOf(before, key), amountOf(after, key)];
    return { ...dimensions, key, before: was, change: changeOf(was, is), after: is };
  });
}

/** The sums under the columns; null where one of the amounts is not recorded. */
export function sumChanges(changes: readonly LineChange[]): Pick<LineChange, "before" | "change" | "after"> {
  const sum = (amounts: (number | null)[]) => (amounts.includes(null) ? null : sumPence(amounts as number[]));
  const [before, after] = [
    sum(changes.map((change) => change.before)),
    sum(changes.map((change) => change.after)),
  ];
  return { before, change: changeOf(before, after), after };
}

function changeOf(before: number | null, after: number | null): number | null {
  if (before === null && after === null) return 0;
  return before === null || after === null ? null : after - before;
}

function amountOf(lines: readonly ComparedLine[], key: string): number | null {
  const amounts = lines.filter((line) => keyOf(line) === key).map((line) => line.amountPence);
  return amounts.includes(null) ? null : sumPence(amounts as number[]);
}

function keyOf(line: ComparedLine): string {
  const { inside } = line;
  const ids = [line.partnership, line.project, line.priority, line.theme].map((named) => named?.id ?? "");
  const outer = inside
    ? [
        inside.awardId,
        inside.partnershipId,
        inside.financialYear,
        inside.projectId,
        inside.priorityId,
        inside.stream,
      ]
    : [];
  return [...ids, line.financialYear ?? "", line.stream ?? "", ...outer.map((part) => part ?? "")].join("|");
}

/** "Harborough, 2024 to 2025, Lighting, revenue"; what is not known is left out, and nothing known says so. */
export function dimensionWords(change: LineChange): string {
  const { partnership, financialYear, project, priority, theme, stream, inside, insideAward } = change;
  const known = [
    partnership?.name,
    financialYear !== null && formatFinancialYear(financialYear),
    project?.name,
    priority?.name,
    theme && theme.name !== priority?.name && `theme ${theme.name}`,
    stream && STREAM_NAMES[stream].toLowerCase(),
    inside && `out of ${awardWords(insideAward)}`,
  ].filter(Boolean);
  return known.length > 0 ? known.join(", ") : "Not yet apportioned";
}
