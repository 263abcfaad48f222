import { cellOf, isNumber, linesIn, plainText } from "./cells.mjs";

/**
 * The rows as JSON, one object a row by the headings, after what the file is; its totals stand at the end.
 * @param {AsyncIterable<import("./cells.mjs").Value[][]>} batches
 * @param {{ columns: import("./cells.mjs").Column[], name: string, readme: Record<string, unknown>, sum: number | null, total?: import("./cells.mjs").Value[] | null }} options
 */
export async function* write(batches, { columns, name, readme, sum, total = null }) {
  yield `{\n"_readme": ${JSON.stringify(readme, null, 2)},\n${JSON.stringify(name)}: [`;
  let count = 0;
  let pence = 0;
  for await (const rows of batches) {
    let piece = "";
    for (const row of rows) {
      piece += `${count === 0 ? "\n" : ",\n"}${JSON.stringify(objectOf(columns, row))}`;
      count += 1;
      if (sum !== null) pence += Number(row[sum] ?? 0);
    }
    yield piece;
  }
  const totals = {
    rows: count,
    ...(sum === null ? {} : { [headingOf(columns, sum)]: moneyOf(pence) }),
    ...(total === null ? {} : totalOf(columns, total)),
  };
  yield `\n],\n"totals": ${JSON.stringify(totals)}\n}\n`;
}

/** What is no row, of columns that hold numbers. @param {import("./cells.mjs").Column[]} columns @param {import("./cells.mjs").Value[]} total */
function totalOf(columns, total) {
  return Object.fromEntries(
    Object.entries(objectOf(columns, total)).filter((_, index) => isNumber(columns[index])),
  );
}

/** @param {import("./cells.mjs").Column[]} columns @param {number} index */
function headingOf(columns, index) {
  return columns[index]?.heading ?? "";
}

/** @param {number} pence */
function moneyOf(pence) {
  return Number(plainText(cellOf({ heading: "", kind: "pence" }, pence)));
}

/** @param {import("./cells.mjs").Column[]} columns @param {import("./cells.mjs").Value[]} row */
function objectOf(columns, row) {
  return Object.fromEntries(
    columns.map((column, index) => [column.heading, jsonValue(column, row[index] ?? null)]),
  );
}

/** @param {import("./cells.mjs").Column} column @param {import("./cells.mjs").Value} value */
export function jsonValue(column, value) {
  if (column.kind === "lines" && value !== null)
    return linesIn(String(value)).map((line) => ({
      ...line,
      amount: line.amount === null ? null : Number(line.amount),
    }));
  const cell = cellOf(column, value);
  if (cell.is === "nothing") return null;
  return cell.is === "number" ? Number(cell.text) : plainText(cell);
}
