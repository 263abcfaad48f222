/**
 * What a column holds. The database gives pence as whole numbers, days and instants as ISO text, financial years by the
 * year in which they start, and the lines of an award as one text (see `linesIn`).
 * @typedef {"text" | "pence" | "number" | "day" | "instant" | "year" | "lines" | "masked"} Kind
 * @typedef {{ heading: string, kind: Kind, words?: Record<string, string>, path?: (string | number)[] }} Column
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

/** Pounds with two decimals: 299998.00. @param {number} pence */
export function pounds(pence) {
  const absolute = Math.abs(pence);
  const rest = absolute % 100;
  const decimals = rest < 10 ? `0${rest}` : `${rest}`;
  return `${pence < 0 ? "-" : ""}${(absolute - rest) / 100}.${decimals}`;
}

/** @param {number} year */
function yearWords(year) {
  return `${year} to ${year + 1}`;
}

/** A value as a cell of any kind of file. @param {Column} column @param {Value} value @returns {Cell} */
export function cellOf({ kind, words }, value) {
  if (value === null || value === "") return { is: "nothing" };
  switch (kind) {
    case "pence":
      return { is: "number", text: pounds(Number(value)), money: true };
    case "number":
      return { is: "number", text: String(value), money: false };
    case "day": {
      const text = String(value);
      if (DAY.test(text)) return { is: "day", day: text };
      const year = FINANCIAL_YEAR.exec(text);
      return { is: "text", text: year ? yearWords(Number(year[1])) : text };
    }
    case "instant":
      return { is: "instant", instant: String(value) };
    case "year":
      return { is: "text", text: yearWords(Number(value)) };
    case "masked":
      return {
        is: "text",
        text: String(value).replace(MONEY, (_, key) => (key ? `${key}"masked"` : "£ masked")),
      };
    case "lines":
      return { is: "text", text: linesIn(String(value)).map(lineWords).join("; ") };
    default:
      return { is: "text", text: words?.[String(value)] ?? String(value) };
  }
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
      amount: pence === "" ? null : pounds(Number(pence)),
    };
  });
}

/** @param {LineInWords} line */
function lineWords({ partnership, financialYear, stream, amount }) {
  const whose = [partnership ?? "Partnership not yet apportioned", financialYear, stream].filter(Boolean);
  return `${whose.join(", ")}: ${amount === null ? "not recorded" : `£${amount}`}`;
}
