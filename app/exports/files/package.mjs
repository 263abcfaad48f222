import { jsonValue } from "./json.mjs";

const VERSION = "1.4";

/**
 * @typedef {{ publisher: string, description: string, workbook: { title: string, madeAt: string } }} About
 */

/** What a package of the 360Giving Data Standard says of itself, by the titles of the standard. @param {About} about */
export function metaRows({ publisher, description, workbook: { title, madeAt } }) {
  return [
    ["Title", title],
    ["Description", description],
    ["Issued", madeAt.slice(0, 10)],
    ["Modified", madeAt],
    ["Publisher:Name", publisher],
    ["Version", VERSION],
  ];
}

/**
 * The rows as a package of the 360Giving Data Standard: nested by the paths of the columns, what is empty left out.
 * @param {AsyncIterable<import("./cells.mjs").Value[][]>} batches
 * @param {{ columns: import("./cells.mjs").Column[] } & About} options
 */
export async function* write(batches, { columns, publisher, description, workbook }) {
  const about = {
    version: VERSION,
    title: workbook.title,
    description,
    publisher: { name: publisher },
    issued: workbook.madeAt.slice(0, 10),
    modified: workbook.madeAt,
  };
  yield `${JSON.stringify(about, null, 2).slice(0, -2)},\n"grants": [`;
  let count = 0;
  for await (const rows of batches) {
    let piece = "";
    for (const row of rows) {
      piece += `${count === 0 ? "\n" : ",\n"}${JSON.stringify(nested(columns, row))}`;
      count += 1;
    }
    yield piece;
  }
  yield "\n]\n}\n";
}

/** @typedef {{ [name: string]: any }} Nested */

/** @param {import("./cells.mjs").Column[]} columns @param {import("./cells.mjs").Value[]} row */
function nested(columns, row) {
  /** @type {Nested} */
  const grant = {};
  for (const [index, column] of columns.entries()) {
    const value = jsonValue(column, row[index] ?? null);
    if (value === null) continue;
    const path = column.path ?? [column.heading];
    /** @type {Nested} */
    let at = grant;
    for (const [depth, step] of path.slice(0, -1).entries()) {
      at[step] ??= typeof path[depth + 1] === "number" ? [] : {};
      at = at[step];
    }
    at[/** @type {string} */ (path.at(-1))] = value;
  }
  return withoutHoles(grant);
}

/** A place, say, of which nothing is known leaves a hole in the list of places. @param {any} value @returns {any} */
function withoutHoles(value) {
  if (Array.isArray(value)) return value.filter((each) => each !== undefined).map(withoutHoles);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withoutHoles(inner)]));
}
