export { PRIORITY_KIND_NAMES, type PriorityKind, themeOfPriority } from "./priority.rules.ts";
export { PriorityTable, themeNames } from "./priority-table.tsx";
