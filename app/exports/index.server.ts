export { publisherOf } from "./asked-export.server.ts";
export { ExportRefusedError } from "./dataset.server.ts";
export { getDataset } from "./datasets.server.ts";
export { DATASET_NAMES, isForPrograms } from "./export.ts";
export { asCsv, CSV_METADATA, EXPORT_FORMATS, type FileKind } from "./export-format.ts";
export { makeExport } from "./make-export.server.ts";
