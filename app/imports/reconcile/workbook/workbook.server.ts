import { fail, type Result, succeed } from "#app/core/result.ts";
import { MAX_LIST_BYTES } from "../funder-list.rules.ts";
import { dateStyles } from "./cell-text.rules.ts";
import { openDocumentSheets } from "./open-document.rules.ts";
import { type SheetRow, type SheetTools, sharedTexts, sheetRows } from "./sheet.rules.ts";
import { attributeOf, tagsOf } from "./xml-tags.rules.ts";
import { type ZipEntries, zipEntries, zipPart } from "./zip-parts.server.ts";

/** How large the parts may get together when they are unpacked: a list of 20,000 rows fits into it many times. */
const MOST_UNPACKED = 48 * 1024 * 1024;
const MOST_SHEETS = 20;

const NO_WORKBOOK = "The file is an archive and not a workbook. Take the list as XLSX, ODS or CSV";
const NOT_READ =
  "The workbook cannot be read: it is damaged, too large or has a password. Save it as CSV and take that";

/** True of a file that starts as an archive does, as workbooks (XLSX, ODS) do. */
export function startsAsArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/**
 * The sheet with the most rows of those that are shown in a workbook (XLSX, ISO/IEC 29500; ODS, ISO/IEC 26300), as CSV: around a
 * table there are covers and notes. Titles above the table are left out, and rows keep their numbers. Fails under `list`, in words,
 * whatever the file holds: nothing outside of it is opened, nothing in it is run.
 */
export function readWorkbook(bytes: Uint8Array): Result<string> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = zipEntries(file);
  if (entries === null) return fail({ list: NOT_READ });
  const isExcel = entries.has("xl/workbook.xml");
  if (!isExcel && !isOpenDocument(file, entries)) return fail({ list: NO_WORKBOOK });
  try {
    const rows = isExcel ? largestTable(file, entries) : largestOpenTable(file, entries);
    return rows === null ? fail({ list: NOT_READ }) : asText(rows);
  } catch (error) {
    // What stands in a file is nobody's mistake here: only what a reader of bytes and of XML says of it is caught.
    if (error instanceof SyntaxError || error instanceof RangeError) return fail({ list: NOT_READ });
    throw error;
  }
}

function largestTable(file: Buffer, entries: ZipEntries): SheetRow[] | null {
  let left = MOST_UNPACKED;
  const part = (name: string): string | null => {
    const bytes = zipPart(file, entries.get(name), left);
    left -= bytes?.length ?? 0;
    return bytes?.toString("utf8") ?? null;
  };
  const optional = (name: string): string | null => (entries.has(name) ? part(name) : "");
  const [workbook, relations] = [part("xl/workbook.xml"), part("xl/_rels/workbook.xml.rels")];
  const [texts, styles] = [optional("xl/sharedStrings.xml"), optional("xl/styles.xml")];
  if (workbook === null || relations === null || texts === null || styles === null) return null;
  const { paths, is1904 } = shownSheets(workbook, relations);
  const tools: SheetTools = { texts: sharedTexts(texts), isDate: dateStyles(styles), is1904 };
  let largest: SheetRow[] | null = null;
  for (const path of paths.slice(0, MOST_SHEETS)) {
    const xml = part(path);
    if (xml === null) return null;
    const rows = tableIn([...sheetRows(xml, tools)]);
    if (largest === null || rows.length > largest.length) largest = rows;
  }
  return largest;
}

/** Both say first of all what they are; a text document has a table in it too. */
function isOpenDocument(file: Buffer, entries: ZipEntries): boolean {
  const type = zipPart(file, entries.get("mimetype"), 200)?.toString("utf8");
  return /^application\/vnd\.oasis\.opendocument\.spreadsheet(-template)?$/.test(type ?? "");
}

function largestOpenTable(file: Buffer, entries: ZipEntries): SheetRow[] | null {
  const xml = zipPart(file, entries.get("content.xml"), MOST_UNPACKED)?.toString("utf8");
  if (xml === undefined) return null;
  let largest: SheetRow[] | null = null;
  for (const sheet of openDocumentSheets(xml, MOST_SHEETS)) {
    const rows = tableIn(sheet);
    if (largest === null || rows.length > largest.length) largest = rows;
  }
  return largest;
}

/** Without the titles above: the first row with two cells is that of the headings. */
function tableIn(rows: readonly SheetRow[]): SheetRow[] {
  const first = rows.findIndex(({ cells }) => cells.filter((cell) => cell.trim() !== "").length > 1);
  return first < 0 ? [] : rows.slice(first);
}

function asText(rows: readonly SheetRow[]): Result<string> {
  const lines: string[] = [];
  let length = 0;
  for (const { number, cells } of rows) {
    // An empty line for each row that is not there, so that people find a row by its number.
    while (lines.length < number - 1) lines.push("");
    const line = cells.map(quoted).join(",");
    // Signs between headings would be taken for what keeps cells apart.
    lines.push(length === 0 ? line.replaceAll(";", ",") : line);
    length += line.length;
    if (length > MAX_LIST_BYTES) return fail({ list: "The list in the workbook must be 5 MB or smaller" });
  }
  return succeed(lines.join("\n"));
}

function quoted(cell: string): string {
  return `"${cell.replace(/\s+/g, " ").replaceAll('"', '""')}"`;
}

/** Where the sheets that are shown stand, in their order, and from when days are counted. */
function shownSheets(workbook: string, relations: string): { paths: string[]; is1904: boolean } {
  const targets = new Map<string | null, string>();
  for (const tag of tagsOf(relations)) {
    const target = attributeOf(tag, "Target") ?? "";
    if (tag.name === "Relationship")
      targets.set(attributeOf(tag, "Id"), target.startsWith("/") ? target.slice(1) : `xl/${target}`);
  }
  const paths: string[] = [];
  let is1904 = false;
  for (const tag of tagsOf(workbook)) {
    if (tag.name === "workbookPr") is1904 = /^(1|true)$/.test(attributeOf(tag, "date1904") ?? "");
    const path = targets.get(attributeOf(tag, "id"));
    const isShown = !/hidden/i.test(attributeOf(tag, "state") ?? "");
    if (tag.name === "sheet" && isShown && path !== undefined) paths.push(path);
  }
  return { paths, is1904 };
}
