import { parse } from "csv-parse/sync";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect } from "vitest";
import { EXPORT_FORMATS } from "#app/exports/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { getComparison } from "#app/reports/changes/comparison.queries.server.ts";
import { ComparisonTable } from "#app/reports/changes/comparison-table.tsx";
import { DocumentBody } from "#app/reports/document/document-body.tsx";
import { docxFile } from "#app/reports/document/docx/docx-file.server.ts";
import { GROUPINGS } from "#app/reports/funding-secured.ts";
import { getFundingSecured } from "#app/reports/index.server.ts";
import { getOutcomesMoney } from "#app/reports/outcomes-money/outcomes-money.queries.server.ts";
import { outcomesMoneyDocument } from "#app/reports/outcomes-money/outcomes-money-document.rules.ts";
import { getYearly } from "#app/reports/yearly/yearly.queries.server.ts";
import { yearlyDocument } from "#app/reports/yearly/yearly-document.rules.ts";
import { readDocx } from "#tests/support/docx.ts";
import { tablesOnPage } from "#tests/support/page-text.ts";
import { rowsOf } from "#tests/support/spreadsheets.ts";
import { LONG } from "#tests/trust/results.ts";
import { tracker } from "../cli/tracker.ts";
import { exported, sumOf } from "./made-file.ts";

type Totals = Record<string, number>;

/** All of them in the long form; else those whose turn it is. */
const isTheTurnOf = (number: number, every: number) => LONG || number % every === 0;

/** The grand total of a day as the comparison of two reports has it, in every grouping, and the lines behind it. */
export async function totalsOfComparison(
  context: Context,
  url: string,
  asAt: string,
  turn: number,
): Promise<Totals> {
  const found: Totals = {};
  const from = { asAt: "2020-03-31", knownAt: null };
  const query = { partnershipIds: null, from, to: { asAt, knownAt: null } };
  for (const [number, by] of GROUPINGS.entries()) {
    const comparison = await getComparison(context, query, by);
    const { rows, notApportioned, total } = comparison;
    const second = [...rows, notApportioned].map(({ secondPence }) => secondPence ?? 0);
    found[`comparison by ${by}`] = total.secondPence ?? 0;
    found[`rows of the comparison by ${by}`] = sum(second);
    if (!isTheTurnOf(number + turn, GROUPINGS.length)) continue;
    const [page] = tablesOnPage(renderToStaticMarkup(createElement(ComparisonTable, { comparison })));
    found[`page of the comparison by ${by}`] = penceIn(page?.rows.at(-1)?.[2]);
    const params = { by, "from-as-at": from.asAt, "to-as-at": asAt };
    for (const [index, format] of EXPORT_FORMATS.entries()) {
      if (!isTheTurnOf(index + turn, EXPORT_FORMATS.length)) continue;
      const file = await rowsOf(format, await exported(context, "comparison", { format, params }));
      found[`comparison by ${by} as ${format}`] = sumOf(file, "Second report");
    }
    const days = ["--from-as-at", from.asAt, "--as-at", asAt];
    const { out } = await tracker(url, "report", "changes", "--by", by, ...days, "--format", "csv");
    found[`comparison by ${by} on the command line`] = sumOf(parse(out), "Second report (£)");
  }
  for (const [index, format] of EXPORT_FORMATS.entries()) {
    if (!isTheTurnOf(index + turn, EXPORT_FORMATS.length)) continue;
    const file = await rowsOf(format, await exported(context, "lines", { format, asAt }));
    found[`lines as ${format}`] = sumOf(file, "Amount");
  }
  return found;
}

/**
 * The total of a partnership, which "funding secured" gives, as its other reports have it: outcomes against money and the
 * yearly report, as sums, on the page, as files and on the command line. @returns how many totals were read.
 */
export async function readTotalsOfPartnership(
  context: Context,
  url: string,
  { id, name }: { id: number; name: string },
  asAt: string,
): Promise<number> {
  const moment = { asAt, knownAt: null };
  const asked = { partnershipIds: [id], ...moment };
  const { proof } = await getFundingSecured(context, { by: "partnership", ...asked });
  const found: Totals = {};

  const outcomes = await getOutcomesMoney(context, { partnershipId: id, ...moment });
  found["outcomes against money"] = sum(outcomes.paid.map(({ pence }) => pence ?? 0));
  const outcomesPage = tablesOnPage(bodyOf(outcomesMoneyDocument(outcomes)));
  found["page of outcomes against money"] = sum(outcomesPage.map(({ rows }) => penceUnder(rows, "Secured")));
  for (const format of LONG ? EXPORT_FORMATS : (["csv"] as const)) {
    const params = { partnership: String(id) };
    const file = await exported(context, "outcomes-against-money", { format, asAt, params });
    found[`outcomes against money as ${format}`] = sumOf(await rowsOf(format, file), "Secured");
  }
  const { out } = await tracker(
    url,
    ...["report", "outcomes-against-money", "--partnership", name, "--as-at", asAt, "--format", "json"],
  );
  const printed = JSON.parse(out) as { paid: { pence: number | null }[] };
  found["outcomes against money on the command line"] = sum(printed.paid.map(({ pence }) => pence ?? 0));

  const yearly = await getYearly(context, { partnershipId: id, year: Number(asAt.slice(0, 4)), ...moment });
  found["yearly report"] = yearly.byYear.figures.totalPence;
  found["changes of the yearly report"] = yearly.changes.from.totalPence + yearly.changes.changedPence;
  const document = yearlyDocument(yearly);
  const onPage = tablesOnPage(bodyOf(document));
  const { tables } = readDocx(await docxFile(document, { by: "Us", at: "2026-11-21T12:00:00.000Z" }));
  for (const caption of ["Secured by financial year", "Secured by priority area and financial year"]) {
    const page = onPage
      .find((table) => table.caption === caption)
      ?.rows.at(-1)
      ?.at(-1);
    const file = tables
      .find((table) => table.caption === caption)
      ?.rows.at(-1)
      ?.at(-1);
    // A table without rows says in words that there are none.
    if (page !== undefined) found[`page of the yearly report, ${caption}`] = penceIn(page);
    if (file !== undefined) found[`document of the yearly report, ${caption}`] = penceIn(file);
  }
  for (const [where, pence] of Object.entries(found)) {
    expect(pence, `${where}, ${name}, as at ${asAt}`).toBe(proof.awardsPence);
  }
  return Object.keys(found).length;
}

function bodyOf(document: ReturnType<typeof yearlyDocument>): string {
  return renderToStaticMarkup(createElement(DocumentBody, { document }));
}

function sum(pence: readonly number[]): number {
  return pence.reduce((total, each) => total + each, 0);
}

/** "£1,234.50" or "1234.50" in pence; 0 for words. */
function penceIn(text: string | undefined): number {
  const number = Number((text ?? "").replace(/[£,]/g, "").replace("−", "-"));
  return Number.isNaN(number) ? 0 : Math.round(number * 100);
}

/** What stands in a column of a table, without its total. */
function penceUnder([headings = [], ...rows]: string[][], heading: string): number {
  const column = headings.indexOf(heading);
  return sum(rows.filter(([name]) => name !== "Total").map((row) => penceIn(row[column])));
}
