/** The kinds of file in which an export can be had. */
export const EXPORT_FORMATS = ["csv", "csv-excel", "xlsx", "ods", "json"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const FORMAT_DETAILS: Record<
  ExportFormat,
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
};

/** The format of that name; null where there is none. */
export function parseFormat(text: string | null): ExportFormat | null {
  return EXPORT_FORMATS.find((format) => format === text) ?? null;
}
