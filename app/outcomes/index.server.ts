export { addMeasure } from "./add-measure.server.ts";
export { addReading } from "./add-reading.server.ts";
export { listIndicators } from "./indicators.queries.server.ts";
export { getMeasure, listDifferences, listMeasures } from "./outcomes.queries.server.ts";
export { listOfBreaks } from "./trail/list-of-breaks.server.ts";
