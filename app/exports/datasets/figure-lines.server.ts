import { STREAM_NAMES } from "#app/awards/index.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import {
  crossedTitle,
  figureAsked,
  figureName,
  figureWords,
  fundingSecuredSchema,
  GROUPING_NAMES,
  getFigureFile,
  reachWords,
} from "#app/reports/index.server.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import type { Dataset } from "../dataset.server.ts";
import type { ExportColumn } from "../export.ts";
import { EXPORT_FORMATS } from "../export-format.ts";
import { BASIS_NAMES } from "./awards.server.ts";

const COLUMNS: readonly ExportColumn[] = [
  { heading: "Reference", kind: "text" },
  { heading: "Title", kind: "text" },
  { heading: "Line", kind: "text" },
  { heading: "Comes or goes", kind: "text" },
  { heading: "Other award", kind: "text" },
  { heading: "Bid", kind: "text" },
  { heading: "Round", kind: "text" },
  { heading: "Partnership", kind: "text" },
  { heading: "Financial year", kind: "year" },
  { heading: "Stream", kind: "text", words: STREAM_NAMES },
  { heading: "Project", kind: "text" },
  { heading: "Priority area", kind: "text" },
  { heading: "Theme", kind: "text" },
  { heading: "Fund", kind: "text" },
  { heading: "Funder", kind: "text" },
  { heading: "Amount", kind: "pence" },
  { heading: "Amount basis", kind: "text", words: BASIS_NAMES },
];

/** The lines behind one figure of "Funding secured", in the order of the awards: their sum is the figure. */
export const figureLines: Dataset = {
  name: "figure-lines",
  title: "Lines of a figure",
  about:
    "One row for each line behind one figure of the report “Funding secured”: what comes in, and what was passed on.",
  formats: EXPORT_FORMATS,
  requireAccess: (context) => requirePermission(context, "register.read"),
  contents: async (context, { params, asAt, knownAt }) => {
    const form = parseForm(fundingSecuredSchema, params);
    if (!form.ok) throw new NotFoundError("No such report");
    const { query, row, across } = figureAsked(form.data, params);
    const asked = { ...query, asAt, knownAt };
    const { moment, names, figurePence, count, rows } = await getFigureFile(context, asked, row, across);
    const { by } = query;
    const figure = [
      `${GROUPING_NAMES[by]}: ${figureName(row, names.rowName)}`,
      ...(across === null
        ? []
        : [`${GROUPING_NAMES[across.by]}: ${figureName(across.column, names.columnName)}`]),
    ];
    return {
      sheet: "Lines of a figure",
      filters: [
        ["Partnerships", reachWords(names.partnerships)],
        ["Figure", figure.join("; ")],
      ],
      moment: { asAt: moment.asAt, knownAt: moment.knownAt },
      notes: async () => [
        `The column Amount comes to the figure${across === null ? "" : ` of “${crossedTitle({ by, and: across.by })}”`}: ${figureWords(figurePence)}, the sum of ${count.toLocaleString("en-GB")} lines.`,
        "Money that an award passed on to another one stands below £0, so that it is counted once.",
        "What is left empty is not yet apportioned; an empty amount is not recorded. It is not £0.",
      ],
      columns: COLUMNS,
      rows: { query: rows.compile(context.db.read) },
      sum: { column: 15, name: "amount_pence" },
    };
  },
};
