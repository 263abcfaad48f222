import { STREAM_NAMES, VERSION_KINDS } from "#app/awards/index.ts";
import { ukDayOf } from "#app/core/calendar-date.ts";
import { formatPounds } from "#app/core/money.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import {
  changesProofWords,
  changesQuery,
  changesQueryOf,
  changesSchema,
  getChanges,
} from "#app/reports/index.server.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import type { CompleteRows, Dataset } from "../dataset.server.ts";
import type { ExportColumn } from "../export.ts";
import { EXPORT_FORMATS } from "../export-format.ts";
import { askedOfTwo, refusalOfTwo, twoReportsName, twoReportsWords } from "../two-reports.server.ts";
import { columnChanges } from "./column-changes.server.ts";

const KIND_NAMES = Object.fromEntries(Object.entries(VERSION_KINDS).map(([kind, { name }]) => [kind, name]));

/** In the order of the columns of `changesQuery`. */
const COLUMNS: readonly ExportColumn[] = [
  { heading: "Award", kind: "text" },
  { heading: "Title", kind: "text" },
  { heading: "Change", kind: "pence" },
  { heading: "Awards with no amount recorded", kind: "number" },
  { heading: "Moved by award", kind: "text" },
  { heading: "Version", kind: "number" },
  { heading: "Kind", kind: "text", words: KIND_NAMES },
  { heading: "Reason", kind: "text" },
  { heading: "Decision reference", kind: "text" },
  { heading: "Counts from", kind: "day" },
  { heading: "Recorded", kind: "day" },
  { heading: "Partnership", kind: "text" },
  { heading: "Financial year", kind: "year" },
  { heading: "Stream", kind: "text", words: STREAM_NAMES },
  { heading: "Project", kind: "text" },
  { heading: "Priority area", kind: "text" },
  { heading: "Theme", kind: "text" },
  { heading: "Fund", kind: "text" },
];
const CHANGE = COLUMNS.findIndex(({ heading }) => heading === "Change");
const RECORDED = COLUMNS.findIndex(({ heading }) => heading === "Recorded");

/** Every change of an award that makes the difference of two reports, with its reason, in the order of recording. */
export const changes: Dataset = {
  name: "changes",
  title: "What changed between two reports",
  about:
    "Funding secured at two moments: one row for each posting that stands in one and not in the other, with the version that moved it and why. Or of the columns that stand beside it: one row for each award or bid that does not add the same to both.",
  formats: EXPORT_FORMATS,
  requireAccess: (context) => requirePermission(context, "register.read"),
  refusal: refusalOfTwo,
  contents: async (context, asked) => {
    const form = parseForm(changesSchema, askedOfTwo(asked));
    if (!form.ok) throw new NotFoundError("No such reports");
    if (form.data.columns.length > 0) return columnChanges(context, form.data);
    const query = changesQueryOf(form.data, context.today);
    const summed = await getChanges(context, query, null, 1);
    // At the same entries of the ledger as what is said of them, should others come in meanwhile.
    const pinned = { partnershipIds: query.partnershipIds, from: summed.from, to: summed.to };
    return {
      sheet: "Changes",
      fileName: `changes-between-${twoReportsName(summed)}`,
      filters: twoReportsWords(summed),
      moment: null,
      notes: async () => [
        `The column Change comes to ${formatPounds(summed.changedPence, "always")}. ${changesProofWords(summed)}.`,
        "An award of which no amount is recorded comes with 1 and goes with -1 in a column of its own; its change is left empty. It is not £0.",
        "Where no version stands, an award of another partnership inside this one moved the money. A partnership that is left empty is not yet apportioned.",
      ],
      columns: COLUMNS,
      rows: { query: await changesQuery(context, pinned), complete: withDays },
      sum: { column: CHANGE, name: "change_pence" },
    };
  },
};

/** In place of the instant at which each was sealed, its UK day. */
const withDays: CompleteRows = async (rows) =>
  rows.map((row) => row.with(RECORDED, ukDayOf(String(row[RECORDED]))));
