import { requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import {
  changesProofWords,
  changesQueryOf,
  changesSchema,
  comparisonHeadings,
  comparisonRows,
  comparisonTitle,
  comparisonTotal,
  GROUPING_NAMES,
  getChanges,
  getComparison,
} from "#app/reports/index.server.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { type Dataset, TOTAL_APART } from "../dataset.server.ts";
import { EXPORT_FORMATS } from "../export-format.ts";
import { askedOfTwo, refusalOfTwo, twoReportsName, twoReportsWords } from "../two-reports.server.ts";
import { statusComparison } from "./status-comparison.server.ts";
import { successComparison } from "./success-comparison.server.ts";

/** Funding secured at two moments side by side, in any of its groupings, with the difference; or success of bids, or award status. */
export const comparison: Dataset = {
  name: "comparison",
  title: "Two reports side by side",
  about:
    "Funding secured at two moments: one row for each group, and what is not yet apportioned; the first report, the second, and the difference. Or success of bids, or award status: one row for each bid or award that differs.",
  formats: EXPORT_FORMATS,
  requireAccess: (context) => requirePermission(context, "register.read"),
  refusal: refusalOfTwo,
  contents: async (context, asked) => {
    const form = parseForm(changesSchema, askedOfTwo(asked));
    if (!form.ok) throw new NotFoundError("No such report");
    if (form.data.of === "success") return successComparison(context, form.data);
    if (form.data.of === "award-status") return statusComparison(context, form.data);
    const query = changesQueryOf(form.data, context.today);
    const compared = await getComparison(context, query, form.data.by ?? "partnership", form.data.columns);
    const changes = await getChanges(context, query, null);
    return {
      title: comparisonTitle(compared),
      sheet: "Comparison",
      fileName: `comparison-by-${compared.by}-of-${twoReportsName(changes)}`,
      filters: twoReportsWords(changes),
      moment: null,
      notes: async () => [
        `${changesProofWords(changes)}.`,
        `${TOTAL_APART} An amount that is not recorded is left empty. It is not £0.`,
        ...compared.notes,
      ],
      columns: [
        { heading: GROUPING_NAMES[compared.by], kind: "text" },
        ...comparisonHeadings(compared).map((heading) => ({ heading, kind: "pence" as const })),
      ],
      rows: { known: comparisonRows(compared) },
      total: comparisonTotal(compared),
      sum: null,
    };
  },
};
