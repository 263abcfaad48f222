import { AWARD_STATUS_TAGS } from "#app/awards/index.ts";
import type { Context } from "#app/platform/context.server.ts";
import { type ChangesAddress, reachWords, sideWords } from "#app/reports/index.server.ts";
import {
  getStatusChanges,
  headingOf,
  STATUS_CHANGES_NOTES,
  STATUS_CHANGES_TITLE,
  SUMMED,
  statusChangesQueryOf,
  statusProofWords,
} from "#app/standing/index.server.ts";
import type { ExportContents } from "../dataset.server.ts";
import type { ExportColumn } from "../export.ts";
import { twoReportsName } from "../two-reports.server.ts";

const COLUMNS: readonly ExportColumn[] = [
  { heading: "Award", kind: "text" },
  { heading: "Title", kind: "text" },
  { heading: "Status in the first report", kind: "text" },
  { heading: "Status in the second report", kind: "text" },
  ...SUMMED.flatMap(({ key, kind }): ExportColumn[] => [
    { heading: `${headingOf(key)}: first report`, kind },
    { heading: `${headingOf(key)}: second report`, kind },
    { heading: `${headingOf(key)}: adds`, kind },
  ]),
  { heading: "Why", kind: "text" },
];

/** "Award status" at two moments, or as it was published: one row for each award that does not stand in both alike. */
export async function statusComparison(context: Context, address: ChangesAddress): Promise<ExportContents> {
  const query = statusChangesQueryOf(address, context.today);
  const compared = await getStatusChanges(context, query, Number.MAX_SAFE_INTEGER);
  const { partnerships, sides, changes } = compared;
  return {
    title: STATUS_CHANGES_TITLE,
    sheet: "Changes",
    fileName: `award-status-between-${twoReportsName(sides)}`,
    filters: [
      ["Partnerships", reachWords(partnerships)],
      ["First report", sideWords(sides.from)],
      ["Second report", sideWords(sides.to)],
    ],
    moment: null,
    notes: async () => [
      `${statusProofWords(compared)}. Each column “adds” comes to the difference of its totals.`,
      ...STATUS_CHANGES_NOTES,
    ],
    columns: COLUMNS,
    rows: {
      known: changes.map(({ reference, title, before, after, adds, why }) => [
        ...[reference, title],
        ...[before, after].map((side) => (side === null ? null : AWARD_STATUS_TAGS[side.status].name)),
        ...SUMMED.flatMap(({ key }) => [before?.[key] ?? null, after?.[key] ?? null, adds[key]]),
        why.join("\n"),
      ]),
    },
    sum: null,
  };
}
