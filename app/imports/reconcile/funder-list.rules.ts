import { fail, type Result, succeed } from "#app/core/result.ts";

/** A list as it was taken: its headings, and the rows that hold anything, each with its number as people count them. */
export type FunderList = { headings: string[]; rows: ListRow[] };
export type ListRow = { number: number; cells: string[] };

/** The most that is taken at once: what is larger is refused in words, and can be taken in parts. */
export const MAX_LIST_BYTES = 5 * 1024 * 1024;
export const MAX_LIST_ROWS = 20_000;
export const TOO_LARGE = "The list must be 5 MB or smaller";
const MAX_COLUMNS = 200;
const MAX_CELL = 2000;

const PICTURE = "The file is a picture. Take the funder’s list as XLSX, ODS or CSV, or paste it";
const NO_TEXT =
  "The file is no list: it holds no text. Take the funder’s list as XLSX, ODS or CSV, or paste it";

/** The first bytes of what cannot be read at all: an old or locked workbook, a PDF, a picture. */
const OTHER_FILES: readonly [start: readonly number[], what: string][] = [
  [
    [0xd0, 0xcf, 0x11, 0xe0],
    "The file is an old workbook or has a password. Save it as XLSX, ODS or CSV without one and take that",
  ],
  [[0x89, 0x50, 0x4e, 0x47], PICTURE],
  [[0xff, 0xd8, 0xff], PICTURE],
  [[0x47, 0x49, 0x46, 0x38], PICTURE],
  [[0x25, 0x50, 0x44, 0x46], "The file is a PDF. Take the funder’s list as XLSX, ODS or CSV, or paste it"],
];

/**
 * The text of a file: UTF-8 with or without its mark, UTF-16 with its mark, else Windows-1252 as Excel saves it.
 * Fails under `list` where the file is no text.
 */
export function decodeList(bytes: Uint8Array): Result<string> {
  const other = OTHER_FILES.find(([start]) => start.every((byte, index) => bytes[index] === byte));
  if (other) return fail({ list: other[1] });
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return succeed(new TextDecoder("utf-16le").decode(bytes));
  // No text of the other kinds has a byte of nothing in it.
  if (bytes.includes(0)) return fail({ list: NO_TEXT });
  try {
    return succeed(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return succeed(new TextDecoder("windows-1252").decode(bytes));
  }
}

/**
 * Reads a list by the rules of CSV (RFC 4180). Its cells are apart by commas, semicolons or tabs, whichever its first
 * line with any has most of: what is copied from a spreadsheet has tabs. Empty rows and titles above the headings do not count. Fails under `list`.
 */
export function parseList(text: string): Result<FunderList> {
  const tidy = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const cut = cells(tidy, separatorOf(tidy));
  if (!cut) return fail({ list: "The list has a quotation mark that is never closed" });
  const filled = belowTitles(cut.filter((row) => row.cells.some((cell) => cell !== "")));
  const [first, ...rows] = filled;
  if (!first) return fail({ list: "Enter the list, with its heading line" });
  if (rows.length === 0) return fail({ list: "The list has a heading line and nothing below it" });
  if (rows.length > MAX_LIST_ROWS) {
    const found = rows.length.toLocaleString("en-GB");
    return fail({ list: `The list has ${found} rows. Take at most 20,000 at a time` });
  }
  const headings = first.cells;
  while (headings.at(-1) === "") headings.pop();
  const problem = problemOf(headings, rows);
  return problem === null ? succeed({ headings, rows }) : fail({ list: problem });
}

/** The rows from the headings on: what stands alone in its row above them is a title. */
function belowTitles(rows: readonly ListRow[]): ListRow[] {
  const headings = rows.findIndex((row) => row.cells.filter((cell) => cell !== "").length > 1);
  return rows.slice(Math.max(headings, 0));
}

function problemOf(headings: readonly string[], rows: readonly ListRow[]): string | null {
  if (headings.length < 2) return "The first line must hold the headings of at least two columns";
  if (headings.length > MAX_COLUMNS) return `The list has more than ${MAX_COLUMNS} columns`;
  const twice = headings.find((heading, index) => heading !== "" && headings.indexOf(heading) !== index);
  if (twice) return `Two columns are called “${twice.slice(0, 60)}”. Give each a name of its own`;
  const long = rows.find((row) => row.cells.some((cell) => cell.length > MAX_CELL));
  return long ? `Row ${long.number} has a cell of more than 2,000 characters` : null;
}

function separatorOf(text: string): string {
  const line = text.split("\n").find((each) => /[,\t;]/.test(each)) ?? "";
  const counted = [",", "\t", ";"].map((sign) => ({ sign, count: line.split(sign).length }));
  return counted.reduce((most, each) => (each.count > most.count ? each : most)).sign;
}

/** The cells of each line; null where a quotation mark is not closed. Its first line is number 1. */
function cells(text: string, separator: string): ListRow[] | null {
  const rows: ListRow[] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  let number = 1;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] as string;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += sign;
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && cell.trim() === "") {
      quoted = true;
      cell = "";
    } else if (sign === separator || sign === "\n") {
      row.push(tidyCell(cell));
      cell = "";
      if (sign === "\n") {
        rows.push({ number, cells: row });
        row = [];
        number += 1;
      }
    } else cell += sign;
  }
  if (quoted) return null;
  row.push(tidyCell(cell));
  rows.push({ number, cells: row });
  return rows;
}

/** One line of text, without the apostrophe by which spreadsheets keep a text from being a formula. */
function tidyCell(cell: string): string {
  return cell
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .replace(/^'(?=[=+\-@])/, "");
}
