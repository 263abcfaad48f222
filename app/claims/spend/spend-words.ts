import { STREAM_NAMES } from "#app/awards/index.ts";
import { formatFinancialYear } from "#app/core/financial-year.ts";
import type { MoneyPart } from "./spend.ts";

/** "Revenue, Guardians"; "No stream and no project" where neither is said. */
export function partWords({ stream, project }: Pick<MoneyPart, "stream" | "project">): string {
  const parts = [stream && STREAM_NAMES[stream], project?.name].filter(Boolean);
  return parts.length === 0 ? "No stream and no project" : parts.join(", ");
}

/** "2024 to 2025"; what is of no year is not yet apportioned. */
export function yearWords(financialYear: number | null): string {
  return financialYear === null ? "Not yet apportioned" : formatFinancialYear(financialYear);
}
