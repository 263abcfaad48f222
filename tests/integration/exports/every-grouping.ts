import { parse } from "csv-parse/sync";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect } from "vitest";
import { EXPORT_FORMATS } from "#app/exports/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { getCrossed } from "#app/reports/crossed/crossed.queries.server.ts";
import { MOST_ON_A_PAGE } from "#app/reports/crossed/crossed.ts";
import { CrossedTable } from "#app/reports/crossed/crossed-table.tsx";
import { isProven } from "#app/reports/crossed/crossed-words.rules.ts";
import { type FundingSecuredReport, GROUPINGS, type Grouping } from "#app/reports/funding-secured.ts";
import { crossedCsv, fundingSecuredCsv } from "#app/reports/funding-secured-file.server.ts";
import { FundingSecuredTable } from "#app/reports/funding-secured-table.tsx";
import { getFundingSecured } from "#app/reports/index.server.ts";
import { rowsOf } from "#tests/support/spreadsheets.ts";
import { LONG } from "#tests/trust/results.ts";
import { tracker } from "../cli/tracker.ts";
import { readTotalsOfPartnership, totalsOfComparison } from "./every-report.ts";
import { exported } from "./made-file.ts";

/** The days as at which the grand total is asked for. */
export const DAYS = ["2026-11-21", "2025-03-31", "2021-06-30"] as const;

/** Every grouping alone, and every two of them. */
const TABLES: { by: Grouping; and: Grouping | null }[] = GROUPINGS.flatMap((by) =>
  [null, ...GROUPINGS.filter((and) => and !== by)].map((and) => ({ by, and })),
);

/**
 * Asks for the grand total in every grouping of one and of two dimensions, as sums, on the page, as each format of file
 * and on the command line, at three days; in turns, but for the sums, where the form is not the long one. Then for the
 * total of the comparison with another day, and of some partnerships for that of their other reports.
 * @returns the total of each day in pence, and how many totals were read.
 */
export async function readGrandTotals(context: Context, url: string) {
  const totals: number[] = [];
  let read = 0;
  for (const [dayNumber, asAt] of DAYS.entries()) {
    const { proof } = await getFundingSecured(context, {
      ...{ by: "partnership", partnershipIds: null, asAt, knownAt: null },
    });
    for (const [number, { by, and }] of TABLES.entries()) {
      const found: Record<string, number> = {};
      const query = { by, partnershipIds: null, asAt, knownAt: null };
      const isShown = LONG || number % DAYS.length === dayNumber;
      if (and === null) Object.assign(found, totalsOfOne(await getFundingSecured(context, query), isShown));
      else Object.assign(found, totalsOfTwo(await getCrossed(context, { ...query, and }), isShown));

      const params = { by, ...(and && { and }) };
      for (const [turn, format] of EXPORT_FORMATS.entries()) {
        if (!LONG && (number + dayNumber) % 60 !== turn * 12) continue;
        const rows = await rowsOf(
          format,
          await exported(context, "funding-secured", { format, asAt, params }),
        );
        found[format] = totalInFile(rows);
      }
      if (LONG || (number + dayNumber) % 60 === 1) {
        const options = Object.entries(params).flatMap(([name, value]) => [`--${name}`, value]);
        const asked = ["report", "funding-secured", ...options, "--as-at", asAt, "--format", "csv"];
        const { out } = await tracker(url, ...asked);
        found["command line"] = totalInFile(parse(out));
      }
      for (const [where, pence] of Object.entries(found)) {
        expect(pence, `${where}, ${by} ${and ?? ""}, as at ${asAt}`).toBe(proof.awardsPence);
        read += 1;
      }
    }
    const compared = await totalsOfComparison(context, url, asAt, dayNumber);
    for (const [where, pence] of Object.entries(compared)) {
      expect(pence, `${where}, as at ${asAt}`).toBe(proof.awardsPence);
      read += 1;
    }
    for (const partnership of await somePartnerships(context, dayNumber)) {
      read += await readTotalsOfPartnership(context, url, partnership, asAt);
    }
    totals.push(proof.awardsPence);
  }
  return { totals, read };
}

/** Partnerships with awards: twenty of them in the long form, else another one each day. */
async function somePartnerships({ db }: Context, dayNumber: number) {
  const query = db.read
    .selectFrom("partnership")
    .select(["id", "name"])
    .where("id", "in", db.read.selectFrom("award_partnership").select("partnership_id"))
    .orderBy("id");
  return LONG ? query.limit(20).execute() : query.offset(dayNumber).limit(1).execute();
}

const address = { partnership: null, "as-at": null, "known-at": null };

function totalsOfOne(report: FundingSecuredReport, isShown: boolean): Record<string, number> {
  const { by, totalPence, rows, notApportionedPence } = report.figures;
  const page = createElement(FundingSecuredTable, { report, address: { ...address, by, and: null } });
  return {
    total: totalPence,
    rows: rows.reduce((sum, row) => sum + row.securedPence, notApportionedPence),
    ...(isShown && {
      page: totalOnPage(renderToStaticMarkup(page)),
      CSV: totalInFile(parse(fundingSecuredCsv(report))),
    }),
  };
}

function totalsOfTwo(
  crossed: Awaited<ReturnType<typeof getCrossed>>,
  isShown: boolean,
): Record<string, number> {
  const { by, and, rows, total } = crossed;
  expect(isProven(crossed.proof), `${by} and ${and}`).toBe(true);
  const page = createElement(CrossedTable, { crossed, address: { ...address, by, and } });
  const cells = rows.flatMap((row) => row.cells);
  return {
    total: total.sum ?? 0,
    rows: rows.reduce((sum, row) => sum + (row.sum ?? 0), 0),
    columns: total.cells.reduce<number>((sum, cell) => sum + (cell ?? 0), 0),
    cells: cells.reduce<number>((sum, cell) => sum + (cell ?? 0), 0),
    ...(isShown &&
      cells.length <= (LONG ? MOST_ON_A_PAGE.cells : 2_000) && {
        page: totalOnPage(renderToStaticMarkup(page)),
      }),
    ...(isShown && { CSV: totalInFile(parse(crossedCsv(crossed))) }),
  };
}

/** What the rows come to: none of them is a total that would be added up with the others. */
function totalInFile([headings = [], ...rows]: string[][]): number {
  const column = headings.findIndex((heading) => /^(Secured|Total)( \(£\))?$/.test(heading));
  expect(rows.map(([name]) => name)).not.toContain("Total");
  return rows.reduce((sum, row) => sum + Math.round(Number(row[column] || 0) * 100), 0);
}

/** Under "Secured", or in the last column, of the last row. */
function totalOnPage(html: string): number {
  const rows = html
    .split("</tr>")
    .map((row) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = ""]) => cell.replace(/<[^>]+>/g, "")),
    );
  const column = rows[0]?.findIndex((heading) => heading === "Secured" || heading === "Total") ?? -1;
  const text = rows.at(-2)?.[column] ?? "";
  return Math.round(Number(text.replace(/[£,]/g, "").replace("−", "-")) * 100);
}
