export {
  countedTwiceWords,
  mayBeFor,
  type OpenLine,
  type OpenSum,
  openSumOf,
  openWords,
} from "./open-money.rules.ts";
export { plansOf } from "./plans.rules.ts";
export { PRIORITY_KIND_NAMES, themeOfPriority } from "./priority.rules.ts";
export { moneyOfPriorities, type Sum, withoutMoneyWords } from "./priority-money.rules.ts";
export { PriorityTable, themeNames } from "./priority-table.tsx";
