import { stringify } from "csv-stringify/sync";
import type { CrossedReport } from "./crossed/crossed.ts";
import { crossedFile, crossedFileRows } from "./crossed/crossed-file.rules.ts";
import type { FundingSecuredReport, Grouping } from "./funding-secured.ts";
import { fileRows, tableOf } from "./funding-secured-table.rules.ts";

/** The rows of a table as CSV (RFC 4180). */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => [...row]),
    { record_delimiter: "windows" },
  );
}

/** The table of the report as CSV (RFC 4180): the rows of the page in its order, money in plain pounds. */
export function fundingSecuredCsv(report: FundingSecuredReport): string {
  return csvOf(fileRows(tableOf(report)));
}

/** The table of the report with two groupings as CSV, the same way. */
export function crossedCsv(crossed: CrossedReport): string {
  return csvOf(crossedFileRows(crossedFile(crossed)));
}

/** What the file is called: the report, its groupings, its partnership where it is of one, and its moment. */
export function fundingSecuredFileName(
  { figures, partnerships }: FundingSecuredReport,
  and: Grouping | null = null,
): string {
  const one = partnerships?.length === 1 ? `-${slugOf(partnerships[0] ?? "")}` : "";
  return `funding-secured-by-${figures.by}${and === null ? "" : `-and-${and}`}${one}-as-at-${figures.asAt}-known-on-${figures.knownAt}.csv`;
}

/** A name as a part of the name of a file. */
export function slugOf(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-|-$/g, "");
}
