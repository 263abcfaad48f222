/**
 * What a column holds. The database gives pence as whole numbers, days and instants as ISO text, financial years by the
 * year in which they start, addresses as they were typed, and the lines of an award as one text (see `linesIn`).
 * @typedef {"text" | "pence" | "number" | "day" | "instant" | "url" | "year" | "lines" | "masked"} Kind
 * @typedef {{ heading: string, kind: Kind, words?: Record<string, string>, path?: (string | number)[], width?: number }} Column
 * @typedef {string | number | null} Value
 * @typedef {{ is: "nothing" } | { is: "text", text: string } | { is: "number", text: string, money: boolean } | { is: "day", day: string } | { is: "instant", instant: string }} Cell
 */

const DAY = /^\d{4}-\d\d-\d\d$/;
const FINANCIAL_YEAR = /^FY(\d{4})$/;
/** Money in the JSON of the audit log: `"requestedPence":1200` and the like, and amounts in texts. */
const MONEY = /("\w*pence":\s*)-?\d+|£[\d,.]+/gi;
/** Between the parts of a line, and between lines, where the lines of an award are one text. */
export const PART = "\u001f";
export const LINE = "\u001e";

/** Pounds with two decimals, 299998.00, of a whole number of pence or its digits. @param {number | string} pence */
export function pounds(pence) {
  const text = String(pence);
  const sign = text.startsWith("-") ? "-" : "";
  const digits = text.slice(sign.length).padStart(3, "0");
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** @param {number} year */
function yearWords(year) {
  return `${year} to ${year + 1}`;
}

const UK_CLOCK = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/London",
  dateStyle: "short",
  timeStyle: "medium",
});

/**
 * An instant (ISO, UTC) as the clock showed it in the United Kingdom, 2026-07-05T11:00:00: what the pages say. A cell with
 * a date and a time has no time zone.
 * @param {string} instant
 */
export function ukClock(instant) {
  return UK_CLOCK.format(new Date(instant)).replace(" ", "T");
}

/** True where the database has nothing for a cell. @param {Value} value */
export function isNothing(value) {
  return value === null || value === undefined || value === "";
}

/** True for a column whose cells are numbers wherever they are something. @param {Column} column */
export function isNumber({ kind }) {
  return kind === "pence" || kind === "number";
}

/** A value that is something as the text of a file that has no kinds. @param {Column} column @param {Value} value */
export function textOf({ kind, words }, value) {
  switch (kind) {
    case "pence":
      return pounds(/** @type {number} */ (value));
    case "day": {
      const year = FINANCIAL_YEAR.exec(String(value));
      return year ? yearWords(Number(year[1])) : String(value);
    }
    case "url":
      return URL.canParse(String(value)) ? new URL(String(value)).href : "";
    case "year":
      return yearWords(Number(value));
    case "masked":
      return String(value).replace(MONEY, (_, key) => (key ? `${key}"masked"` : "£ masked"));
    case "lines":
      return linesAsWords(String(value));
    case "text":
      return words?.[String(value)] ?? String(value);
    default:
      return String(value);
  }
}

/** A value as a cell of any kind of file. @param {Column} column @param {Value} value @returns {Cell} */
export function cellOf(column, value) {
  if (isNothing(value)) return { is: "nothing" };
  const text = textOf(column, value);
  if (text === "") return { is: "nothing" };
  if (isNumber(column)) return { is: "number", text, money: column.kind === "pence" };
  if (column.kind === "instant") return { is: "instant", instant: text };
  return column.kind === "day" && DAY.test(text) ? { is: "day", day: text } : { is: "text", text };
}

/** The cell as the text of a file that has no kinds. @param {Cell} cell */
export function plainText(cell) {
  switch (cell.is) {
    case "nothing":
      return "";
    case "day":
      return cell.day;
    case "instant":
      return cell.instant;
    default:
      return cell.text;
  }
}

/** @typedef {{ partnership: string | null, financialYear: string | null, stream: string | null, amount: string | null }} LineInWords */

/** The lines of an award, out of the text in which they come. @param {string} text @returns {LineInWords[]} */
export function linesIn(text) {
  return text.split(LINE).map((line) => {
    const [partnership = "", year = "", stream = "", pence = ""] = line.split(PART);
    return {
      partnership: partnership || null,
      financialYear: year === "" ? null : yearWords(Number(year)),
      stream: stream || null,
      amount: pence === "" ? null : pounds(pence),
    };
  });
}

/** "Partnership, 2024 to 2025, Revenue: £1.00; …". @param {string} text */
function linesAsWords(text) {
  let words = "";
  let end = -1;
  // Without lists of parts: a file has many more lines than rows.
  do {
    const year = text.indexOf(PART, end + 1) + 1;
    const stream = text.indexOf(PART, year) + 1;
    const pence = text.indexOf(PART, stream) + 1;
    if (words !== "") words += "; ";
    words += year - 2 === end ? "Partnership not yet apportioned" : text.slice(end + 1, year - 1);
    if (stream - 1 > year) words += `, ${yearWords(Number(text.slice(year, stream - 1)))}`;
    if (pence - 1 > stream) words += `, ${text.slice(stream, pence - 1)}`;
    end = text.indexOf(LINE, pence);
    const amount = text.slice(pence, end === -1 ? undefined : end);
    words += amount === "" ? ": not recorded" : `: £${pounds(amount)}`;
  } while (end !== -1);
  return words;
}
