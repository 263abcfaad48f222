export {
  countedTwiceWords,
  mayBeFor,
  type OpenLine,
  type OpenSum,
  openSumOf,
  openWords,
} from "./open-money.rules.ts";
export { themeOfPriority } from "./priority.rules.ts";
export { PriorityTable } from "./priority-table.tsx";
