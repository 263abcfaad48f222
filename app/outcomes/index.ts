export type { Change } from "./change.ts";
export type { Measure, Reading } from "./measure.ts";
export { computedWords, measuredWords, statedTexts } from "./measure-words.rules.ts";
export { DifferencesTable, MeasuresTable } from "./measures-table.tsx";
export { figuresOf } from "./parts.rules.ts";
