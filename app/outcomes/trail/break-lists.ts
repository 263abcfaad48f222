import type { BreakFacts } from "./break-facts.queries.server.ts";
import { BREAKS, type BreakKind } from "./trail.rules.ts";

/** No break of the chain, and yet to be done in it. */
export const UNEXPLAINED = "unexplained";
export type ListOfBreaks = BreakKind | typeof UNEXPLAINED;

export const LISTS_OF_BREAKS: readonly ListOfBreaks[] = [...BREAKS, UNEXPLAINED];

export const BREAK_NAMES: Record<ListOfBreaks, string> = {
  award: "Awards with money that names no project",
  bid: "Bids that were awarded, without an award",
  project: "Projects without an outcome",
  unpaid: "Projects without money",
  measure: "Outcomes of a project without money",
  unexplained: "Outcomes stated otherwise than computed, without a reason",
};

/** What the pounds are; null where the break is that there are none. */
export const BREAK_MONEY: Record<ListOfBreaks, string | null> = {
  award: "Without a project",
  bid: "Asked for",
  project: "Money for it",
  unpaid: null,
  measure: null,
  unexplained: null,
};

/** A break as its list shows it. */
export type ShownBreak = { id: number; text: string; difference?: string } & Partial<BreakFacts>;

/** True of a break that belongs to a person; of others it is said whose partnership it is. */
export function isOwned(kind: ListOfBreaks): boolean {
  return kind === "award" || kind === "bid";
}
