export type { Change } from "./change.ts";
export { type IndicatorView, indicatorTable, periodHeading } from "./indicators.rules.ts";
export type { Measure, Reading } from "./measure.ts";
export { computedWords, measuredWords, statedTexts } from "./measure-words.rules.ts";
export { DifferencesTable, MeasuresTable } from "./measures-table.tsx";
export { figuresOf } from "./parts.rules.ts";
export {
  BREAK_MONEY,
  BREAK_NAMES,
  isOwned,
  LISTS_OF_BREAKS,
  type ListOfBreaks,
  type ShownBreak,
} from "./trail/break-lists.ts";
