import { type RawBuilder, sql } from "kysely";
import { STREAM_NAMES } from "#app/awards/index.ts";
import { endOfUkDay } from "#app/core/calendar-date.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { ownProjectName } from "#app/projects/index.server.ts";
import { momentOf, type ReportMoment } from "#app/reports/index.server.ts";
import { AWARD_FILTERS, askedOfAwards } from "../award-asked.server.ts";
import type { Dataset } from "../dataset.server.ts";
import type { ExportColumn } from "../export.ts";
import { EXPORT_FORMATS } from "../export-format.ts";
import { asksForAnotherDay } from "../refusal.server.ts";
import { unusedBeside } from "../unused.server.ts";

const COLUMNS: readonly ExportColumn[] = [
  { heading: "Award", kind: "text" },
  { heading: "Title", kind: "text" },
  { heading: "Lead partnership", kind: "text" },
  { heading: "Entry", kind: "number" },
  { heading: "Corrects entry", kind: "number" },
  { heading: "Period from", kind: "day" },
  { heading: "Period to", kind: "day" },
  { heading: "Financial year", kind: "year" },
  { heading: "Stream", kind: "text", words: STREAM_NAMES },
  { heading: "Project", kind: "text" },
  { heading: "What shows it", kind: "text" },
  { heading: "Reason", kind: "text" },
  { heading: "Recorded on", kind: "instant" },
  { heading: "Amount", kind: "pence" },
];

/** Each entry of spend and each correction, in the order of the awards and of recording. */
export const spend: Dataset = {
  name: "spend",
  title: "Spend",
  about:
    "One row for each entry of what was spent, and one for each correction of it, below £0 where it was too much.",
  formats: EXPORT_FORMATS,
  requireAccess: (context) => requirePermission(context, "register.read"),
  unused: (params) => unusedBeside(params, AWARD_FILTERS),
  takesDay: true,
  contents: async (context, asked) => {
    const { condition, filters } = await askedOfAwards(context, asked.params);
    const moment = asksForAnotherDay(context, asked) ? await momentOf(context, asked) : null;
    return {
      sheet: "Spend",
      filters,
      moment,
      notes: async () => [
        moment === null
          ? "The column Amount adds up to what was spent as it is known now: a wrong entry stays, and its correction takes it back."
          : "The column Amount adds up to what was spent in periods that were over by that day, as it was known then: a wrong entry stays, and its correction takes it back. Titles and names stand as they are recorded today.",
        "What was paid to delivery organisations is not in this file: it is in that of onward grants, and is part of what was spent on the page of its award and in “Funding secured”.",
      ],
      columns: COLUMNS,
      rows: { query: query(context, condition, moment).compile(context.db.read) },
      sum: { column: 13, name: "amount_pence" },
    };
  },
};

function query(context: Context, asked: RawBuilder<unknown>, moment: ReportMoment | null) {
  const isThen =
    moment === null
      ? sql`1 = 1`
      : sql`spend.period_to <= ${moment.asAt} and spend.recorded_at < ${endOfUkDay(moment.knownAt)}`;
  return sql`select award.reference, award.title,
      (select lead.name from award_partnership as share join partnership as lead on lead.id = share.partnership_id
        where share.award_id = award.id and share.part = 'lead') as lead_name,
      spend.number, corrected.number as corrected_number, spend.period_from, spend.period_to, spend.financial_year,
      spend.stream, ${ownProjectName(context)} as project_name, spend.evidence, spend.reason, spend.recorded_at,
      spend.amount_pence
    from award
    join spend on spend.award_id = award.id
    left join spend as corrected on corrected.id = spend.corrects_id
    left join project on project.id = spend.project_id
    where ${asked} and ${isThen}
    order by award.id, spend.number`;
}
