import { isNothing, isNumber, textOf } from "./cells.mjs";

/** Text that a spreadsheet would take for a formula, or that would be read back as such a text made harmless. */
const FORMULA = /^'*[=+\-@\t\r]/;
const NEEDS_QUOTES = /[",\r\n]/;
const END = "\r\n";
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * The rows as CSV (RFC 4180): one row of headings, ISO dates, plain numbers.
 * For Excel with a byte order mark, and an apostrophe before text that could be a formula; never before a number.
 * @param {AsyncIterable<import("./cells.mjs").Value[][]>} batches
 * @param {{ columns: import("./cells.mjs").Column[], forExcel: boolean }} options
 */
export async function* write(batches, { columns, forExcel }) {
  yield `${forExcel ? BYTE_ORDER_MARK : ""}${columns.map(({ heading }) => quoted(heading)).join(",")}${END}`;
  const numbers = columns.map(isNumber);
  for await (const rows of batches) {
    let piece = "";
    for (const row of rows) {
      for (let index = 0; index < columns.length; index += 1) {
        if (index > 0) piece += ",";
        const value = /** @type {import("./cells.mjs").Value} */ (row[index]);
        if (isNothing(value)) continue;
        const text = textOf(/** @type {import("./cells.mjs").Column} */ (columns[index]), value);
        if (numbers[index]) piece += text;
        else piece += quoted(forExcel ? harmless(text) : text);
      }
      piece += END;
    }
    yield piece;
  }
}

/** @param {string} text */
export function harmless(text) {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** @param {string} text */
function quoted(text) {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
