export { themeOfPriority } from "./priority.rules.ts";
export { PriorityTable } from "./priority-table.tsx";
