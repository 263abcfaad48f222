import type { Line } from "./version.ts";

/** What a line may still lack; the words are those of the list's filter. */
export const OPEN_DIMENSIONS = ["partnership", "year", "project", "priority", "stream"] as const;
export type OpenDimension = (typeof OPEN_DIMENSIONS)[number];

export const OPEN_DIMENSION_NAMES: Record<OpenDimension, string> = {
  partnership: "Partnership",
  year: "Financial year",
  project: "Project",
  priority: "Priority area",
  stream: "Stream",
};

/**
 * The dimensions in which some of the money of these lines is not yet apportioned, in their order. A theme of the
 * line's own stands in for a priority area, and a line of £0 lacks nothing.
 */
export function openDimensionsOf(
  lines: readonly Pick<
    Line,
    "partnership" | "financialYear" | "project" | "priority" | "theme" | "stream" | "amountPence"
  >[],
): OpenDimension[] {
  const withMoney = lines.filter((line) => line.amountPence !== 0);
  const lacks: Record<OpenDimension, boolean> = {
    partnership: withMoney.some((line) => line.partnership === null),
    year: withMoney.some((line) => line.financialYear === null),
    project: withMoney.some((line) => line.project === null),
    priority: withMoney.some((line) => line.priority === null && line.theme === null),
    stream: withMoney.some((line) => line.stream === null),
  };
  return OPEN_DIMENSIONS.filter((dimension) => lacks[dimension]);
}

/** "Partnership, financial year"; null where all is apportioned. */
export function openWords(open: readonly OpenDimension[]): string | null {
  const [first, ...others] = open.map((dimension) => OPEN_DIMENSION_NAMES[dimension]);
  if (first === undefined) return null;
  return [first, ...others.map((name) => name.toLowerCase())].join(", ");
}
