import { coverRows } from "./workbook.mjs";

/** What a column holds, as the metadata vocabulary calls it; a day may be a financial year in words. */
const DATATYPES = { pence: "decimal", number: "number", instant: "dateTime" };

/**
 * What a CSV file holds, for beside it: the cover of its workbook and the columns, as "CSV on the Web" has them (W3C,
 * Metadata Vocabulary for Tabular Data). The file itself has no place for it.
 * @param {unknown} _batches rows that nobody reads
 * @param {import("./workbook.mjs").WorkbookOptions & { csvUrl: string, madeBy: string, about: string }} options
 * @param {import("./workbook.mjs").Totals | null} found
 */
export async function* write(_batches, options, found) {
  const { columns, workbook, known, csvUrl, madeBy, about } = options;
  const cover = coverRows(options, known ?? found ?? [0, null]);
  const metadata = {
    "@context": ["http://www.w3.org/ns/csvw", { "@language": "en" }],
    url: csvUrl,
    "dc:title": workbook.title,
    "dc:description": about,
    "dc:creator": madeBy,
    "dc:created": { "@value": workbook.madeAt, "@type": "dateTime" },
    "dc:publisher": workbook.organisation,
    notes: [
      ...cover.map(([name, value]) => ({ "schema:name": name, "schema:value": value })),
      ...workbook.notes.map((note) => ({ "schema:description": note })),
    ],
    tableSchema: { columns: columns.map(columnOf) },
  };
  yield `${JSON.stringify(metadata, null, 2)}\n`;
}

/** @param {import("./cells.mjs").Column} column @param {number} index */
function columnOf({ heading, kind }, index) {
  return {
    name: `column_${index + 1}`,
    // The page of a report that offers the same table writes the unit into its headings.
    titles: kind === "pence" ? [heading, `${heading} (£)`] : heading,
    datatype: kind in DATATYPES ? DATATYPES[/** @type {keyof typeof DATATYPES} */ (kind)] : "string",
  };
}
