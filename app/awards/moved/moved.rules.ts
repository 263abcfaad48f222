import { formatPounds, sumPence } from "#app/core/money.ts";
import { type ComparedLine, compareLines, dimensionWords, type LineChange } from "../compare-lines.rules.ts";

/** By what the change between two versions is shown: each combination of dimensions, or one of them. */
export const MOVED_BY = ["line", "partnership", "project", "priority", "year", "stream"] as const;
export type MovedBy = (typeof MOVED_BY)[number];

export const MOVED_BY_NAMES: Record<MovedBy, string> = {
  line: "Line",
  partnership: "Partnership",
  project: "Project",
  priority: "Priority area",
  year: "Financial year",
  stream: "Stream",
};

/** What a virement is between. A project is what the money pays for: an intervention. */
const BETWEEN: [Exclude<MovedBy, "line">, string][] = [
  ["partnership", "partnerships"],
  ["project", "projects"],
  ["priority", "priority areas"],
  ["year", "financial years"],
  ["stream", "revenue and capital"],
];

export function parseMovedBy(text: string | null): MovedBy {
  return MOVED_BY.find((by) => by === text) ?? "line";
}

export type Moved = {
  by: MovedBy;
  /** Those that did not change included, so that the columns come to the two amounts. */
  changes: LineChange[];
  /** What moved from where to where, in sentences. */
  words: string[];
};

/** What changed between two versions by a dimension, and what moved in words. */
export function movedBetween(
  before: readonly ComparedLine[],
  after: readonly ComparedLine[],
  by: MovedBy,
): Moved {
  const changes = compareLines(before.map(only(by)), after.map(only(by)));
  const between = virementBetween(before, after);
  return {
    by,
    changes,
    words: [
      ...(between === null ? [] : [`This is a virement between ${between}`]),
      ...flowWords(changes, by),
    ],
  };
}

/** A line of which nothing but one dimension is known. */
function only(by: MovedBy): (line: ComparedLine) => ComparedLine {
  if (by === "line") return (line) => line;
  return (line) => ({
    partnership: by === "partnership" ? line.partnership : null,
    financialYear: by === "year" ? line.financialYear : null,
    project: by === "project" ? line.project : null,
    priority: by === "priority" ? line.priority : null,
    stream: by === "stream" ? line.stream : null,
    theme: null,
    inside: null,
    insideAward: null,
    amountPence: line.amountPence,
  });
}

/**
 * Between what the version moves money without changing its total: "projects and financial years". Null where it moves
 * none, or only says whose, when or for what the money is that was not yet apportioned.
 */
export function virementBetween(
  before: readonly ComparedLine[],
  after: readonly ComparedLine[],
): string | null {
  const names = BETWEEN.filter(([by]) => {
    const changes = compareLines(before.map(only(by)), after.map(only(by)));
    if (changes.some(({ change }) => change === null)) return false;
    if (sumPence(changes.map(({ change }) => change ?? 0)) !== 0) return false;
    return changes.some((change) => (change.change ?? 0) < 0 && isKnown(change));
  }).map(([, name]) => name);
  return names.length === 0 ? null : listed(names);
}

function isKnown({ partnership, financialYear, project, priority, stream }: LineChange): boolean {
  return [partnership, financialYear, project, priority, stream].some((part) => part !== null);
}

function flowWords(changes: readonly LineChange[], by: MovedBy): string[] {
  if (changes.some(({ change }) => change === null)) {
    return ["One of the two amounts is not recorded, so nobody can say what moved"];
  }
  const [from, to] = [changes.filter((one) => pence(one) < 0), changes.filter((one) => pence(one) > 0)];
  const what = by === "line" ? "lines" : BETWEEN.find(([each]) => each === by)?.[1];
  if (from.length === 0 && to.length === 0) return [`Nothing moved between ${what}`];
  const [gone, come] = [sumPence(from.map((one) => -pence(one))), sumPence(to.map(pence))];
  const sentences = gone === come ? [`${formatPounds(gone)} moved from ${parts(from)} to ${parts(to)}`] : [];
  if (gone !== come && from.length > 0) sentences.push(`${formatPounds(gone)} taken off ${parts(from)}`);
  if (gone !== come && to.length > 0) sentences.push(`${formatPounds(come)} added to ${parts(to)}`);
  return sentences;
}

const pence = ({ change }: LineChange) => change ?? 0;

/** "Lighting (£300) and Patrols (£200)"; of one, its name alone. */
function parts(changes: readonly LineChange[]): string {
  const named = (change: LineChange) => {
    const words = dimensionWords(change);
    return words === "Not yet apportioned" ? "what was not yet apportioned" : words;
  };
  if (changes.length === 1) return changes.map(named).join();
  return listed(changes.map((change) => `${named(change)} (${formatPounds(Math.abs(pence(change)))})`));
}

/** "a, b and c". */
function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
