export type { Change } from "./change.ts";
export type { Measure, Reading } from "./measure.ts";
export { DifferencesTable, MeasuresTable } from "./measures-table.tsx";
