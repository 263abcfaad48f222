/** The kinds of file in which an export can be had. */
export const EXPORT_FORMATS = ["csv", "csv-excel", "xlsx", "ods", "json"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What a CSV file holds, in a file beside it: by the kind of CSV that it is of. */
export const CSV_METADATA = { csv: "csv-metadata", "csv-excel": "csv-excel-metadata" } as const;
export type CsvFormat = keyof typeof CSV_METADATA;
export type CsvMetadata = (typeof CSV_METADATA)[CsvFormat];
export type FileKind = ExportFormat | CsvMetadata;

const METADATA_DETAILS = {
  hint: "What a CSV file holds, for beside it",
  extension: "csv-metadata.json",
  type: "application/csvm+json",
};

export const FORMAT_DETAILS: Record<
  FileKind,
  { name: string; hint: string; extension: string; type: string }
> = {
  "csv-excel": {
    name: "CSV for Excel",
    hint: "Opens in Excel with £ and accents right. Text that Excel would take for a formula is made harmless",
    extension: "csv",
    type: "text/csv; charset=utf-8",
  },
  xlsx: {
    name: "Excel workbook (XLSX)",
    hint: "With a cover sheet, notes, and real numbers and dates",
    extension: "xlsx",
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  },
  ods: {
    name: "OpenDocument spreadsheet (ODS)",
    hint: "The same for LibreOffice and others",
    extension: "ods",
    type: "application/vnd.oasis.opendocument.spreadsheet",
  },
  csv: {
    name: "CSV",
    hint: "For other programs: plain numbers, dates like 2025-03-31",
    extension: "csv",
    type: "text/csv; charset=utf-8",
  },
  json: {
    name: "JSON",
    hint: "For other programs, with what the file holds beside the rows",
    extension: "json",
    type: "application/json; charset=utf-8",
  },
  "csv-metadata": { name: "description of the CSV", ...METADATA_DETAILS },
  "csv-excel-metadata": { name: "description of the CSV for Excel", ...METADATA_DETAILS },
};

/** The kind of CSV that has no place for what it holds; null for a file that says it itself. */
export function asCsv(kind: FileKind): CsvFormat | null {
  return kind === "csv" || kind === "csv-excel" ? kind : null;
}

/** The kind of CSV that is described; null where the file is no description. */
export function describedBy(kind: FileKind): CsvFormat | null {
  if (kind === CSV_METADATA.csv) return "csv";
  return kind === CSV_METADATA["csv-excel"] ? "csv-excel" : null;
}

/** Where what a CSV file holds is told in a file of its own, asked for as the CSV is. */
export function metadataHref(name: string, search: string): string {
  return `/exports/${name}/file-metadata.json${search}`;
}

/** The format of that name; null where there is none. */
export function parseFormat(text: string | null): ExportFormat | null {
  return EXPORT_FORMATS.find((format) => format === text) ?? null;
}
