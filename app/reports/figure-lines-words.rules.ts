import { formatPounds } from "#app/core/money.ts";
import type { FigureLines, FigureRow } from "./figure-lines.ts";

/** What a figure is called on the page of its lines. */
export function figureName(row: FigureRow, rowName: string | null): string {
  switch (row.kind) {
    case "row":
      return rowName ?? "";
    case "not-apportioned":
      return "Not yet apportioned";
    case "joint":
      return "Joint, split not known";
    case "total":
      return "Total";
  }
}

/** How many lines stand behind a figure, and how many of them this page shows. */
export function linesWords({ count, lines }: Pick<FigureLines, "count" | "lines">): string {
  if (count === 0) return "";
  const shown = lines.length < count ? ` This page shows ${lines.length} of them.` : "";
  return count === 1 ? "It is 1 line." : `It is the sum of ${count.toLocaleString("en-GB")} lines.${shown}`;
}

/** The figure itself. */
export function figureWords(
  figurePence: number | null,
  decimals: "when-needed" | "always" = "when-needed",
): string {
  return figurePence === null ? "not recorded" : formatPounds(figurePence, decimals);
}
