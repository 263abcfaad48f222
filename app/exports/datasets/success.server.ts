import { requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import {
  expectedWords,
  forecastWords,
  getSuccess,
  reachWords,
  SUCCESS_COLUMNS,
  SUCCESS_GROUPING_NAMES,
  successNotes,
  successQueryOf,
  successRows,
  successSchema,
  successTitle,
} from "#app/reports/index.server.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { type Dataset, TOTAL_APART } from "../dataset.server.ts";
import type { ExportColumn } from "../export.ts";
import { EXPORT_FORMATS } from "../export-format.ts";

/** The table of the report "Success of bids" in any of its groupings, as at a day, as known on a day. */
export const success: Dataset = {
  name: "success",
  title: "Success of bids",
  about:
    "The table of the report: one row for each group. The total, in which each bid counts once, stands apart.",
  formats: EXPORT_FORMATS,
  requireAccess: (context) => requirePermission(context, "register.read"),
  contents: async (context, { params }) => {
    const form = parseForm(successSchema, params);
    if (!form.ok) throw new NotFoundError("No such report");
    const report = await getSuccess(context, successQueryOf(form.data));
    return {
      title: successTitle(report),
      sheet: "Success",
      filters: [["Partnerships", reachWords(report.partnerships)]],
      moment: { asAt: report.asAt, knownAt: report.knownAt },
      notes: async () => [
        ...successNotes(report),
        forecastWords(report),
        expectedWords(report),
        "Rates are per cent.",
        TOTAL_APART,
      ],
      columns: [
        { heading: SUCCESS_GROUPING_NAMES[report.by], kind: "text" },
        ...SUCCESS_COLUMNS.map(
          ({ heading, kind }): ExportColumn => ({ heading, kind: kind === "pence" ? "pence" : "number" }),
        ),
      ],
      rows: {
        known: successRows(report)
          .filter((row) => row !== report.total)
          .map((row) => [row.name, ...SUCCESS_COLUMNS.map(({ key }) => row[key])]),
      },
      total: [null, ...SUCCESS_COLUMNS.map(({ key }) => report.total[key])],
      sum: null,
    };
  },
};
