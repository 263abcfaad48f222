export { addMeasure } from "./add-measure.server.ts";
export { addReading } from "./add-reading.server.ts";
export { getMeasure, listDifferences, listMeasures } from "./outcomes.queries.server.ts";
