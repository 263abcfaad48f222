export const PRIORITY_KINDS = ["priority", "cross_cutting", "overarching", "key_issue"] as const;
export type PriorityKind = (typeof PRIORITY_KINDS)[number];

export const PRIORITY_KIND_NAMES: Record<PriorityKind, string> = {
  priority: "Priority",
  cross_cutting: "Cross-cutting theme",
  overarching: "Overarching priority",
  key_issue: "Key issue",
};

/**
 * The theme that money gets from its priority area: the one theme of the priority, or null ("not yet apportioned")
 * where it has none or several, because nobody has said which of them the money served.
 */
export function themeOfPriority(themeIds: readonly number[]): number | null {
  return themeIds.length === 1 ? (themeIds[0] ?? null) : null;
}
