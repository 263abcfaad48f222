/**
 * What a workbook says before its tables. The layout is that of the government's guidance on accessible spreadsheets: a
 * cover, a list of contents, notes, then one table a sheet from column A, with its title in A1 and one row of headings.
 * @typedef {{ title: string, about: [string, string][], notes: string[], tableName: string, madeAt: string, organisation: string }} Workbook
 * @typedef {{ columns: import("./cells.mjs").Column[], workbook: Workbook, sum: number | null, total?: import("./cells.mjs").Value[] | null, known?: Totals | null, plain?: boolean, publisher?: string, description?: string, rowLimit?: number }} WorkbookOptions
 * @typedef {[rows: number, pence: number | null]} Totals
 */
import { isNumber, pounds } from "./cells.mjs";

/** What Excel and LibreOffice hold on one sheet, of which the title and the headings take two. */
const SHEET_ROWS = 1_048_576;
/** What Excel holds in one cell. */
const CELL_LENGTH = 32_767;
/** Tables of more columns are printed on A3, so that one page across is still to be read. */
export const A4_COLUMNS = 12;
const CUT = " … (cut: a cell holds no more)";

/** Rows of a table on one sheet, and how many sheets there will be. @param {WorkbookOptions} options @param {number} rows */
export function sheetsFor({ rowLimit = SHEET_ROWS - 2 }, rows) {
  return { rowLimit, count: Math.max(1, Math.ceil(rows / rowLimit)) };
}

/** The name of the sheet with this number, from 1. @param {Workbook} workbook @param {number} number */
export function sheetName({ tableName }, number) {
  return number === 1 ? tableName : `${tableName} ${number}`;
}

/** The title of that sheet. @param {Workbook} workbook @param {number} number @param {number} count */
export function sheetTitle({ title }, number, count) {
  return count === 1 ? title : `${title}: sheet ${number} of ${count}`;
}

/** The cover as rows of two cells. @param {WorkbookOptions} options @param {Totals} totals */
export function coverRows({ columns, workbook, sum, total = null }, [rows, pence]) {
  const about = [...workbook.about, ["Rows", String(rows)]];
  if (columns.some(({ kind }) => kind === "instant")) about.push(["Times", "UK time, as on the pages"]);
  if (sum !== null) about.push([`Sum of ${columns[sum]?.heading}`, poundsInWords(pence ?? 0)]);
  columns.forEach((column, index) => {
    if (total !== null && isNumber(column))
      about.push([`Total of ${column.heading}`, totalText(column, total[index])]);
  });
  return about;
}

/** Money as people read it, "−£1,620,571.00". @param {number} pence */
function poundsInWords(pence) {
  const [whole = "", part] = pounds(Math.abs(pence)).split(".");
  return `${pence < 0 ? "−" : ""}£${whole.replace(/\B(?=(\d{3})+$)/g, ",")}.${part}`;
}

/** @param {import("./cells.mjs").Column} column @param {import("./cells.mjs").Value | undefined} value */
function totalText(column, value) {
  if (value === null || value === undefined) return "Not recorded";
  return column.kind === "pence" ? poundsInWords(Number(value)) : String(value);
}

/** The contents as rows of two cells, headings first. @param {WorkbookOptions} options @param {number} count */
export function contentsRows({ workbook }, count) {
  const sheets = Array.from({ length: count }, (_, index) => [
    sheetName(workbook, index + 1),
    sheetTitle(workbook, index + 1, count),
  ]);
  return [
    ["Sheet", "What is on it"],
    ["Cover", "What this file is"],
    ["Notes", "What to know when reading it"],
    ...sheets,
  ];
}

/** Text that XML and a cell can hold. @param {string} text */
export function cellText(text) {
  const whole = text.isWellFormed?.() === false ? text.toWellFormed() : text;
  return whole.length > CELL_LENGTH ? whole.slice(0, CELL_LENGTH - CUT.length).toWellFormed() + CUT : whole;
}

/** Lines of a row at most: Excel makes no row higher than about 400 points. */
export const MOST_LINES = 20;

/** In how many lines a text breaks where so many letters fit in one. @param {string} text @param {number} letters */
export function linesTaken(text, letters) {
  if (text.length <= letters && !text.includes("\n")) return 1;
  let lines = 0;
  for (const paragraph of text.split("\n")) {
    let left = 0;
    for (const { length } of paragraph.split(" ")) {
      if (left > 0 && length < left) {
        left -= length + 1;
        continue;
      }
      // A word that is longer than a line is broken.
      const own = Math.max(1, Math.ceil(length / letters));
      lines += own;
      left = own * letters - length;
    }
  }
  return Math.min(lines, MOST_LINES);
}

/** @param {string} text */
export function escapeXml(text) {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
