import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { hasOffice, NO_OFFICE, printedByOffice } from "#tests/support/office.ts";
import { write as writeOds } from "./ods.mjs";
import { write as writeXlsx } from "./xlsx.mjs";

const ROWS = [["Lights & <locks>", 123_456, "2026-11-21"]];
const OPTIONS = {
  columns: [
    { heading: "Text", kind: "text" as const },
    { heading: "Amount", kind: "pence" as const },
    { heading: "Day", kind: "day" as const },
  ],
  workbook: {
    title: "Awards & <bids>",
    tableName: "Awards",
    about: [["Filters", "None"]] as [string, string][],
    notes: ["A note"],
    madeAt: "2026-11-21T09:00:00.000Z",
    organisation: "Ashdown",
  },
  sum: 1,
};

async function* batches() {
  yield ROWS;
}

test("workbooks open in LibreOffice", { timeout: 120_000 }, async ({ skip }) => {
  if (!hasOffice) skip(NO_OFFICE);
  const printed = printedByOffice({
    "excel.xlsx": await buffer(writeXlsx(batches(), OPTIONS, [1, null])),
    "open.ods": await buffer(writeOds(batches(), OPTIONS, [1, null])),
  });
  expect([...printed.values()].map((pdf) => pdf.subarray(0, 5).toString())).toEqual(["%PDF-", "%PDF-"]);
});
