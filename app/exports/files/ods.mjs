import { cellOf, isNumber, ukClock } from "./cells.mjs";
import { MANIFEST, META, START, STYLES } from "./ods-parts.mjs";
import {
  A4_COLUMNS,
  cellText,
  contentsRows,
  coverRows,
  escapeXml,
  linesTaken,
  sheetName,
  sheetsFor,
  sheetTitle,
} from "./workbook.mjs";
import { zipped } from "./zip.mjs";

const TYPE = "application/vnd.oasis.opendocument.spreadsheet";
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu;

/**
 * The rows as an OpenDocument spreadsheet, with the sheets of the XLSX workbook.
 * @param {AsyncIterable<import("./cells.mjs").Value[][]>} batches
 * @param {import("./workbook.mjs").WorkbookOptions} options
 * @param {import("./workbook.mjs").Totals | null} given
 */
export function write(batches, options, given) {
  const totals = given ?? options.known ?? [0, null];
  const { workbook, columns } = options;
  const { rowLimit, count } = sheetsFor(options, totals[0]);
  return zipped(workbook.madeAt, async (zip) => {
    // The kind of the file stands first and uncompressed, where programs look for it.
    zip.whole("mimetype", TYPE, true);
    zip.whole("META-INF/manifest.xml", MANIFEST(TYPE));
    zip.whole("meta.xml", META(workbook));
    zip.whole("styles.xml", STYLES);
    const part = zip.part("content.xml");
    await part.write(START);
    await part.write(wordsTable("Cover", [[workbook.title], ...coverRows(options, totals)]));
    await part.write(wordsTable("Contents", [["Contents"], ...contentsRows(options, count)]));
    await part.write(wordsTable("Notes", [["Notes"], ...workbook.notes.map((note) => [note])]));
    const ranges = [];
    const source = rowsOf(batches);
    for (let number = 1; number <= count; number += 1) {
      const name = sheetName(workbook, number);
      await part.write(tableStart(name, columns.length) + columnsXml(columns));
      await part.write(rowXml(textCell(sheetTitle(workbook, number, count), "title")));
      const headings = rowXml(columns.map(headingCell).join(""));
      await part.write(`<table:table-header-rows>${headings}</table:table-header-rows>`);
      const rows = await tableRows(part, columns, source, rowLimit);
      await part.write("</table:table>");
      ranges.push(rangeXml(name, number, columns.length, Math.max(rows, 1) + 2));
    }
    if (!(await source.next()).done) throw new Error("There are more rows than were counted");
    await part.write(`<table:database-ranges>${ranges.join("")}</table:database-ranges>`);
    await part.write("</office:spreadsheet></office:body></office:document-content>");
    await part.end();
  });
}

/** @param {AsyncIterable<import("./cells.mjs").Value[][]>} batches */
async function* rowsOf(batches) {
  for await (const batch of batches) yield* batch;
}

/**
 * @param {import("./zip.mjs").Part} part
 * @param {import("./cells.mjs").Column[]} columns
 * @param {AsyncGenerator<import("./cells.mjs").Value[]>} source
 * @param {number} rowLimit
 */
async function tableRows(part, columns, source, rowLimit) {
  const letters = columns.map((column) => LETTERS[styleOf(column)]);
  let rows = 0;
  let piece = "";
  while (rows < rowLimit) {
    const { value, done } = await source.next();
    if (done) break;
    rows += 1;
    let cells = "";
    let lines = 1;
    for (let index = 0; index < columns.length; index += 1) {
      const column = /** @type {import("./cells.mjs").Column} */ (columns[index]);
      const cell = cellOf(column, value[index] ?? null);
      const own = cell.is === "text" ? linesTaken(cell.text, letters[index] ?? 0) : 1;
      cells += own > 1 && cell.is === "text" ? textCell(cell.text, "words") : cellXml(cell);
      if (own > lines) lines = own;
    }
    piece += rowXml(cells, lines === 1 ? 0 : lines);
    if (piece.length > 65_536) {
      await part.write(piece);
      piece = "";
    }
  }
  await part.write(piece);
  return rows;
}

/** @param {import("./cells.mjs").Column} column */
function headingCell(column) {
  return textCell(column.heading, isNumber(column) ? "heading-of-numbers" : "heading");
}

/** @param {import("./cells.mjs").Cell} cell */
function cellXml(cell) {
  switch (cell.is) {
    case "nothing":
      return "<table:table-cell/>";
    case "number":
      return `<table:table-cell${cell.money ? ' table:style-name="money"' : ""} office:value-type="float" office:value="${cell.text}"><text:p>${cell.text}</text:p></table:table-cell>`;
    case "day":
      return `<table:table-cell table:style-name="day" office:value-type="date" office:date-value="${cell.day}"><text:p>${cell.day}</text:p></table:table-cell>`;
    case "instant":
      return clockCell(ukClock(cell.instant));
    default:
      return textCell(cell.text);
  }
}

/** @param {string} local 2026-07-05T11:00:00 */
function clockCell(local) {
  return `<table:table-cell table:style-name="instant" office:value-type="date" office:date-value="${local}"><text:p>${local.replace("T", " ")}</text:p></table:table-cell>`;
}

/** @param {string} text @param {"title" | "heading" | "heading-of-numbers" | "words"} [style] */
function textCell(text, style) {
  const paragraphs = cellText(text)
    .replace(FORBIDDEN, "\ufffd")
    .split(/\r\n|\r|\n/)
    .map((line) => `<text:p>${spaced(escapeXml(line))}</text:p>`);
  const styled = style === undefined ? "" : ` table:style-name="${style}"`;
  return `<table:table-cell${styled} office:value-type="string">${paragraphs.join("")}</table:table-cell>`;
}

/** OpenDocument takes several spaces, and a first or last one, for a single one or none; and knows a tab by name. */
/** @param {string} xml */
function spaced(xml) {
  return xml
    .replace(/^ +| +$| {2,}/g, (spaces) => `<text:s text:c="${spaces.length}"/>`)
    .replaceAll("\t", "<text:tab/>");
}

/** @param {string} cells @param {number} [lines] in how many lines its words break: programs take the height as it is said */
function rowXml(cells, lines = 0) {
  const style = lines === 0 ? "" : ` table:style-name="lines-${lines}"`;
  return `<table:table-row${style}>${cells}</table:table-row>`;
}

/** @param {string} name @param {number} columns */
function tableStart(name, columns) {
  return `<table:table table:name="${escapeXml(name)}" table:style-name="on-${columns > A4_COLUMNS ? "A3" : "A4"}">`;
}

/** @param {string} name @param {string[][]} rows */
function wordsTable(name, rows) {
  /** @type {Width[]} */
  const widths = rows.every((row) => row.length === 1) ? ["whole"] : ["narrow", "wide"];
  const xml = rows.map((row, index) =>
    index === 0
      ? rowXml(textCell(row[0] ?? "", "title"))
      : rowXml(row.map((text) => textCell(text, "words")).join(""), linesOf(row, widths)),
  );
  const columns = widths.map((width) => `<table:table-column table:style-name="${width}"/>`);
  return `${tableStart(name, 2)}${columns.join("")}${xml.join("")}</table:table>`;
}

/** Letters that fit in a line of a column, wide ones too. */
const LETTERS = { number: 12, narrow: 24, broad: 42, wide: 68, whole: 104 };
/** @typedef {keyof typeof LETTERS} Width */

/** @param {string[]} texts @param {Width[]} widths */
function linesOf(texts, widths) {
  return Math.max(1, ...texts.map((text, index) => linesTaken(text, LETTERS[widths[index] ?? "narrow"])));
}

/** @param {import("./cells.mjs").Column} column @returns {Width} */
function styleOf({ kind, width = 0 }) {
  if (kind === "lines" || kind === "masked" || width > 44) return "wide";
  if (kind === "text") return width > 28 ? "broad" : "narrow";
  return "number";
}

/** @param {import("./cells.mjs").Column[]} columns */
function columnsXml(columns) {
  return columns.map((column) => `<table:table-column table:style-name="${styleOf(column)}"/>`).join("");
}

/** @param {string} name @param {number} number @param {number} columns @param {number} lastRow */
function rangeXml(name, number, columns, lastRow) {
  const sheet = `$'${escapeXml(name.replaceAll("'", "''"))}'`;
  return `<table:database-range table:name="Table${number}" table:target-range-address="${sheet}.$A$2:${sheet}.$${letter(columns)}$${lastRow}" table:display-filter-buttons="true"/>`;
}

/** @param {number} number */
function letter(number) {
  const first = Math.floor((number - 1) / 26);
  return (first > 0 ? String.fromCharCode(64 + first) : "") + String.fromCharCode(65 + ((number - 1) % 26));
}
