import { formatPounds } from "#app/core/money.ts";
import type { Context } from "#app/platform/context.server.ts";
import {
  type ChangesAddress,
  getSuccessChanges,
  reachWords,
  sidesQueryOf,
  sideWords,
} from "#app/reports/index.server.ts";
import type { ExportContents } from "../dataset.server.ts";
import type { ExportColumn } from "../export.ts";
import { twoReportsName } from "../two-reports.server.ts";

const COLUMNS: readonly ExportColumn[] = [
  { heading: "Bid", kind: "text" },
  { heading: "Title", kind: "text" },
  { heading: "First report", kind: "text" },
  { heading: "Requested in the first report", kind: "pence" },
  { heading: "Awarded in the first report", kind: "pence" },
  { heading: "Second report", kind: "text" },
  { heading: "Requested in the second report", kind: "pence" },
  { heading: "Awarded in the second report", kind: "pence" },
  { heading: "Adds to decided", kind: "number" },
  { heading: "Adds to won", kind: "number" },
  { heading: "Adds to requested", kind: "pence" },
  { heading: "Adds to awarded", kind: "pence" },
  { heading: "Why", kind: "text" },
];

/** "Success of bids" at two moments, or as it was published: one row for each bid that does not stand in both alike. */
export async function successComparison(context: Context, address: ChangesAddress): Promise<ExportContents> {
  const query = sidesQueryOf(address, context.today);
  const compared = await getSuccessChanges(context, query, Number.MAX_SAFE_INTEGER);
  const { partnerships, sides, from, to, added } = compared;
  return {
    title: "Success of bids: what changed between two reports",
    sheet: "Changes",
    fileName: `success-between-${twoReportsName(sides)}`,
    filters: [
      ["Partnerships", reachWords(partnerships)],
      ["First report", sideWords(sides.from)],
      ["Second report", sideWords(sides.to)],
    ],
    moment: null,
    notes: async () => [
      `The column Adds to awarded comes to ${formatPounds(added.awardedPence, "always")}, from ${formatPounds(from.awardedPence, "always")} to ${formatPounds(to.awardedPence, "always")}; Adds to requested to ${formatPounds(added.requestedPence, "always")}, from ${formatPounds(from.requestedPence, "always")} to ${formatPounds(to.requestedPence, "always")}.`,
      "What is requested counts once a competitive bid is decided, what is awarded once it is won. A bid that is not in one of the reports is left empty there; so is an amount that is not recorded. It is not £0.",
    ],
    columns: COLUMNS,
    rows: {
      known: compared.changes.map(({ reference, title, before, after, adds, why }) => [
        ...[reference, title, before?.standing ?? null],
        ...[before?.requestedPence ?? null, before?.awardedPence ?? null, after?.standing ?? null],
        ...[after?.requestedPence ?? null, after?.awardedPence ?? null, adds.decided, adds.won],
        ...[adds.requestedPence, adds.awardedPence, why.join("\n")],
      ]),
    },
    sum: null,
  };
}
