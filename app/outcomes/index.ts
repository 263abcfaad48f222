export type { Change } from "./change.ts";
export type { Measure, Reading } from "./measure.ts";
export { MeasuresTable } from "./measures-table.tsx";
