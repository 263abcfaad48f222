import { listLessons } from "#app/bids/index.server.ts";
import { STAGE_NAMES } from "#app/bids/index.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import type { Dataset } from "../dataset.server.ts";
import type { ExportValue } from "../export.ts";
import { EXPORT_FORMATS } from "../export-format.ts";
import { unusedBeside } from "../unused.server.ts";

/** What was learnt from the bids that the person reads, by funder and fund, the newest bid first in each. */
export const lessons: Dataset = {
  name: "lessons",
  title: "Lessons from bids",
  about:
    "One row for each bid of which it is recorded what was learnt, with its funder, its fund and its status.",
  formats: EXPORT_FORMATS,
  requireAccess: (context) => requirePermission(context, "register.read"),
  unused: (params) => unusedBeside(params, []),
  contents: async (context) => ({
    sheet: "Lessons",
    filters: [],
    moment: null,
    notes: async () => ["A funder or a fund that is not recorded is left empty."],
    columns: [
      { heading: "Funder", kind: "text" },
      { heading: "Fund", kind: "text" },
      { heading: "Reference", kind: "text" },
      { heading: "Title", kind: "text" },
      { heading: "Status", kind: "text", words: STAGE_NAMES },
      { heading: "What we learnt", kind: "text" },
    ],
    rows: {
      known: (await listLessons(context, null)).map((lesson): ExportValue[] => [
        ...[lesson.funderName, lesson.fundName, lesson.reference, lesson.title],
        ...[lesson.status, lesson.lessons],
      ]),
    },
    sum: null,
  }),
};
