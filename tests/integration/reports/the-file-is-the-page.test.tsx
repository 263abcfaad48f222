import { parse } from "csv-parse/sync";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { fundingSecuredCsv, fundingSecuredFileName } from "#app/reports/funding-secured-file.server.ts";
import { FundingSecuredTable } from "#app/reports/funding-secured-table.tsx";
import * as make from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { allGroupings, makeLedger, report } from "./hand-made-ledger.ts";

const database = useDatabase();

test("the file holds the rows of the page, in its order, in every grouping, and no total that a sum would double", async () => {
  await makeLedger(database.db);
  for (const each of await allGroupings(make.operatorContext(database.db))) {
    const csv = fundingSecuredCsv(each);
    expect(csv.endsWith("\r\n")).toBe(true);
    const [heading = [], ...rows] = parse(csv) as string[][];
    const shown = tableOnPage(each);
    expect(heading.map((text) => text.replace(" (£)", ""))).toEqual(shown[0]);
    expect(rows).toEqual(shown.slice(1, -1).map((row) => row.map(asInFile)));
    expect(rows.at(-1)?.[0]).toBe("Not yet apportioned");
    expect(shown.at(-1)?.[0]).toBe("Total");
  }
});

test("the file's name tells the report, the grouping, the partnership and the moment", async () => {
  const id = await make.createPartnership(database.db, "St Mary’s & Area");
  const context = make.operatorContext(database.db);
  const one = await report(context, { by: "year", partnershipIds: [id], asAt: "2025-03-31" });
  expect(fundingSecuredFileName(one)).toBe(
    "funding-secured-by-year-st-mary-s-area-as-at-2025-03-31-known-on-2026-11-21.csv",
  );
});

function tableOnPage(each: Awaited<ReturnType<typeof report>>): string[][] {
  const address = { by: each.figures.by, partnership: null, "as-at": null, "known-at": null, and: null };
  const html = renderToStaticMarkup(<FundingSecuredTable report={each} address={address} />);
  return html
    .split("</tr>")
    .slice(0, -1)
    .map((row) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = ""]) =>
        cell
          .replace(/<strong.*?<\/strong>/g, "")
          .replace(/<[^>]+>/g, "")
          .trim(),
      ),
    );
}

/** What a cell of the page reads in the file: plain pounds; nothing where the amount is not recorded. */
function asInFile(cell: string): string {
  if (cell === "not recorded") return "";
  return /^−?£/.test(cell) ? cell.replace(/[£,]/g, "").replace("−", "-") : cell;
}
