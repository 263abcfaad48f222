import type { Context } from "#app/platform/context.server.ts";
import {
  type ChangesAddress,
  changesQueryOf,
  columnProofWords,
  getChanges,
  getColumnChanges,
  getComparison,
  momentsOf,
  SIDE_NAMES,
} from "#app/reports/index.server.ts";
import type { ExportContents } from "../dataset.server.ts";
import { twoReportsName, twoReportsWords } from "../two-reports.server.ts";

const SIDES = ["first report", "second report", "difference"] as const;

/** What makes the difference of columns of "funding secured": one row for each record that does not add the same to both. */
export async function columnChanges(context: Context, address: ChangesAddress): Promise<ExportContents> {
  const query = changesQueryOf(address, context.today);
  const moments = await momentsOf(context, query);
  const compared = await getComparison(context, query, "partnership", address.columns ?? [], moments);
  const all = await getColumnChanges(context, query, compared.more, moments, Number.MAX_SAFE_INTEGER);
  const summed = await getChanges(context, query, null, 1);
  const cells = (at: number, pence: (number | null)[]) =>
    all.flatMap((_, index) => (index === at ? pence : [null, null, null]));
  return {
    title: "What changed between two reports, in the columns beside what is secured",
    sheet: "Changes",
    fileName: `changes-of-columns-between-${twoReportsName(summed)}`,
    filters: twoReportsWords(summed),
    moment: null,
    notes: async () => [
      ...all.map((each) => `${columnProofWords(each)}.`),
      "One row for each award or bid that does not add the same to both reports. Each difference comes to that of the totals; the amounts of the two reports are of these rows alone, and do not.",
      "Where nothing is recorded it is left empty. It is not £0.",
      ...compared.notes,
    ],
    columns: [
      { heading: "What changed", kind: "text" },
      { heading: "Award or bid", kind: "text" },
      { heading: "Title", kind: "text" },
      ...all.flatMap(({ column }) =>
        SIDES.map((side) => ({ heading: `${SIDE_NAMES[column]}: ${side}`, kind: "pence" as const })),
      ),
      { heading: "Why", kind: "text" },
    ],
    rows: {
      known: all.flatMap(({ column, changes }, at) =>
        changes.map(({ record, firstPence, secondPence, pence, why }) => [
          ...[SIDE_NAMES[column], record?.reference ?? null, record?.title ?? null],
          ...cells(at, [firstPence, secondPence, pence]),
          why.join("\n"),
        ]),
      ),
    },
    sum: null,
  };
}
