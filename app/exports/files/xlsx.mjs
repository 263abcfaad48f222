import { cellOf, isNumber, ukClock } from "./cells.mjs";
import { metaRows } from "./package.mjs";
import {
  cellText,
  contentsRows,
  coverRows,
  escapeXml,
  linesTaken,
  sheetName,
  sheetsFor,
  sheetTitle,
} from "./workbook.mjs";
import {
  columnName,
  contentTypes,
  PACKAGE,
  rowXml,
  styles,
  TITLE_LINES,
  tablePart,
  WORKSHEET_END,
  WORKSHEET_START,
  widthsOf,
  workbookPart,
} from "./xlsx-parts.mjs";
import { zipped } from "./zip.mjs";

const DAY_MS = 86_400_000;
/** The day that Excel counts from. */
const EPOCH = Date.UTC(1899, 11, 30);
/** A single column wider than an A4 page across is cut off there in print: no program makes it fit. */
const NOTES_WIDTH = 110;

const STYLE = { text: 0, title: 1, heading: 2, money: 3, day: 4, instant: 5, wrapped: 6, numbers: 7 };

/**
 * The rows as an XLSX workbook. No more than a few rows are ever in memory.
 * @param {AsyncIterable<import("./cells.mjs").Value[][]>} batches
 * @param {import("./workbook.mjs").WorkbookOptions} options
 * @param {import("./workbook.mjs").Totals | null} given
 */
export function write(batches, options, given) {
  const totals = given ?? options.known ?? [0, null];
  const { workbook, columns, plain = false, publisher = "", description = "" } = options;
  const { rowLimit, count } = sheetsFor(options, totals[0]);
  const front = plain ? 0 : 3;
  return zipped(workbook.madeAt, async (zip) => {
    const names = Array.from({ length: count }, (_, index) => sheetName(workbook, index + 1));
    // The tools of the 360Giving standard take "Meta" for what a package says of itself, and every other sheet for grants.
    const sheets = plain ? [...names, "Meta"] : ["Cover", "Contents", "Notes", ...names];
    zip.whole("[Content_Types].xml", contentTypes(sheets.length, plain ? 0 : count));
    for (const [name, text] of Object.entries(PACKAGE(workbook))) zip.whole(name, text);
    zip.whole("xl/styles.xml", styles());
    for (const [name, text] of Object.entries(workbookPart(sheets, names, front))) zip.whole(name, text);
    if (!plain) {
      const sheet = (/** @type {string} */ title, /** @type {string[][]} */ rows) =>
        wordsSheet([[title], ...rows]);
      zip.whole("xl/worksheets/sheet1.xml", sheet(workbook.title, coverRows(options, totals)));
      zip.whole("xl/worksheets/sheet2.xml", sheet("Contents", contentsRows(options, count)));
      zip.whole(
        "xl/worksheets/sheet3.xml",
        sheet(
          "Notes",
          workbook.notes.map((note) => [note]),
        ),
      );
    }
    const source = rowsOf(batches);
    for (let number = 1; number <= count; number += 1) {
      const title = plain ? null : sheetTitle(workbook, number, count);
      const part = zip.part(`xl/worksheets/sheet${front + number}.xml`);
      const rows = await tableSheet(part, columns, title, source, rowLimit);
      if (plain) continue;
      for (const [name, text] of Object.entries(tablePart(columns, number, front + number, rows)))
        zip.whole(name, text);
    }
    if (plain) {
      const rows = metaRows({ publisher, description, workbook });
      zip.whole(`xl/worksheets/sheet${count + 1}.xml`, wordsSheet(rows, false));
    }
    if (!(await source.next()).done) throw new Error("There are more rows than were counted");
  });
}

/** @param {AsyncIterable<import("./cells.mjs").Value[][]>} batches */
async function* rowsOf(batches) {
  for await (const batch of batches) yield* batch;
}

/**
 * @param {import("./zip.mjs").Part} part
 * @param {import("./cells.mjs").Column[]} columns
 * @param {string | null} title
 * @param {AsyncGenerator<import("./cells.mjs").Value[]>} source
 * @param {number} rowLimit
 */
async function tableSheet(part, columns, title, source, rowLimit) {
  const names = columns.map((_, index) => columnName(index + 1));
  const widths = widthsOf(columns);
  await part.write(WORKSHEET_START(widths, true, title !== null));
  let number = 0;
  if (title !== null) {
    number += 1;
    await part.write(rowXml(number, textCell(`A${number}`, title, STYLE.title), TITLE_LINES));
  }
  number += 1;
  await part.write(headingsXml(number, columns, names, widths));
  let rows = 0;
  let piece = "";
  while (rows < rowLimit) {
    const { value, done } = await source.next();
    if (done) break;
    rows += 1;
    number += 1;
    let cells = "";
    let lines = 1;
    for (let index = 0; index < columns.length; index += 1) {
      const column = /** @type {import("./cells.mjs").Column} */ (columns[index]);
      const cell = cellOf(column, value[index] ?? null);
      const own = cell.is === "text" ? linesTaken(cell.text, widths[index] ?? 0) : 1;
      cells += cellXml(`${names[index]}${number}`, cell, own > 1);
      if (own > lines) lines = own;
    }
    piece += rowXml(number, cells, lines);
    if (piece.length > 65_536) {
      await part.write(piece);
      piece = "";
    }
  }
  await part.write(piece + WORKSHEET_END(title === null ? null : "rId1", columns.length));
  await part.end();
  return rows;
}

/** @param {number} number @param {import("./cells.mjs").Column[]} columns @param {string[]} names @param {number[]} widths */
function headingsXml(number, columns, names, widths) {
  // Bold letters are wider, and a button of the table stands beside them.
  const lines = columns.map(({ heading }, index) => linesTaken(heading, (widths[index] ?? 0) - 2));
  const cells = columns.map((column, index) =>
    textCell(`${names[index]}${number}`, column.heading, isNumber(column) ? STYLE.numbers : STYLE.heading),
  );
  return rowXml(number, cells.join(""), Math.max(...lines));
}

/** @param {string} at @param {import("./cells.mjs").Cell} cell @param {boolean} isWrapped */
function cellXml(at, cell, isWrapped) {
  switch (cell.is) {
    case "nothing":
      return "";
    case "number":
      return `<c r="${at}"${cell.money ? ` s="${STYLE.money}"` : ""}><v>${cell.text}</v></c>`;
    case "day":
      return `<c r="${at}" s="${STYLE.day}"><v>${(Date.parse(`${cell.day}T00:00:00Z`) - EPOCH) / DAY_MS}</v></c>`;
    case "instant":
      return `<c r="${at}" s="${STYLE.instant}"><v>${(Date.parse(`${ukClock(cell.instant)}Z`) - EPOCH) / DAY_MS}</v></c>`;
    default:
      return textCell(at, cell.text, isWrapped ? STYLE.wrapped : STYLE.text);
  }
}

/** @param {string[][]} rows @param {boolean} titled that the first row is a title */
function wordsSheet(rows, titled = true) {
  const widths = rows.every((row) => row.length === 1) ? [NOTES_WIDTH] : [34, 100];
  const xml = rows.map((row, index) => {
    const isTitle = titled && index === 0;
    const style = isTitle ? STYLE.title : STYLE.wrapped;
    const cells = row.map((text, column) => textCell(`${columnName(column + 1)}${index + 1}`, text, style));
    const lines = isTitle ? [TITLE_LINES] : row.map((text, column) => linesTaken(text, widths[column] ?? 0));
    return rowXml(index + 1, cells.join(""), Math.max(...lines));
  });
  return `${WORKSHEET_START(widths, false, false)}${xml.join("")}${WORKSHEET_END(null, 2)}`;
}

/** Excel reads `_x0041_` as a character by its number: what only looks like one, and what XML cannot hold, is so written. */
const ESCAPED = /_x[0-9a-f]{4}_|(?![\t\n])\p{Cc}|[\ufffe\uffff]/giu;

/** @param {string} at @param {string} text @param {number} style */
function textCell(at, text, style) {
  const held = cellText(text).replace(ESCAPED, (found) =>
    found.length > 1
      ? `_x005F${found}`
      : `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
  );
  const styled = style === STYLE.text ? "" : ` s="${style}"`;
  return `<c r="${at}" t="inlineStr"${styled}><is><t xml:space="preserve">${escapeXml(held)}</t></is></c>`;
}
