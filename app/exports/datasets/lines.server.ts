import { type RawBuilder, sql } from "kysely";
import { bidOfAwardInScope } from "#app/awards/index.server.ts";
import { STREAM_NAMES } from "#app/awards/index.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { ownProjectName } from "#app/projects/index.server.ts";
import {
  decimalsOfReport,
  getFundingSecured,
  isCounted,
  jointWords,
  momentOf,
  movedLines,
  notRecordedWords,
  placeIn,
  proofWords,
  type ReportMoment,
  reachNames,
  reachOf,
  reachWords,
  tooHighWords,
} from "#app/reports/index.server.ts";
import type { Dataset } from "../dataset.server.ts";
import type { AskedExport, ExportColumn } from "../export.ts";
import { EXPORT_FORMATS } from "../export-format.ts";
import { partnershipIn } from "../partnership-asked.server.ts";
import { BASIS_NAMES } from "./awards.server.ts";

const COLUMNS: readonly ExportColumn[] = [
  { heading: "Reference", kind: "text" },
  { heading: "Title", kind: "text" },
  { heading: "Lead partnership", kind: "text" },
  { heading: "Partnership", kind: "text" },
  { heading: "Funder", kind: "text" },
  { heading: "Fund", kind: "text" },
  { heading: "Round", kind: "text" },
  { heading: "Financial year", kind: "year" },
  { heading: "Stream", kind: "text", words: STREAM_NAMES },
  { heading: "Project", kind: "text" },
  { heading: "Priority area", kind: "text" },
  { heading: "Theme", kind: "text" },
  { heading: "Amount", kind: "pence" },
  { heading: "Amount basis", kind: "text", words: BASIS_NAMES },
];

/** Each line in force at a moment, net of what stands inside it, in the order of the awards. Its sum is the report's total. */
export const lines: Dataset = {
  name: "lines",
  title: "Allocation lines",
  about: "One row for each line in force: whose, when, for what, from where, how much.",
  formats: EXPORT_FORMATS,
  requireAccess: (context) => requirePermission(context, "register.read"),
  contents: async (context, asked) => {
    const partnershipIds = partnershipIn(asked.params);
    const moment = await momentOf(context, asked);
    const reach = await reachOf(context, partnershipIds);
    return {
      sheet: "Lines",
      filters: [["Partnerships", reachWords(await reachNames(context, reach))]],
      moment: { asAt: moment.asAt, knownAt: moment.knownAt },
      notes: () => notesOf(context, asked, partnershipIds),
      columns: COLUMNS,
      rows: {
        query: query(context, moment, isCounted(reach, placeIn("net"))).compile(context.db.read),
      },
      sum: { column: 12, name: "amount_pence" },
    };
  },
};

async function notesOf(
  context: Context,
  { asAt, knownAt }: AskedExport,
  partnershipIds: number[] | null,
): Promise<string[]> {
  const report = await getFundingSecured(context, { by: "partnership", partnershipIds, asAt, knownAt });
  const decimals = decimalsOfReport(report);
  const joint = jointWords(report, decimals);
  const notes = [
    `The column Amount comes to the total of the report "Funding secured". ${proofWords(report.proof)}.`,
    "A line of an award out of which another award of the register is paid stands less that money, so that it is counted once. Where no line matches what was paid out, a row below £0 takes it off.",
    notRecordedWords(report.figures.notRecorded),
    tooHighWords(report, decimals),
    joint && `Not in this file: ${joint}.`,
    "What is left empty is not yet apportioned; an empty amount is not recorded. It is not £0.",
  ];
  return notes.filter((note) => note !== null);
}

/** In which of these money stands, both that of a line and that which was passed on out of it. */
const PLACE = [
  "partnership_id",
  "financial_year",
  "project_id",
  "priority_id",
  "theme_id",
  "fund_id",
  "funder_id",
];
const place = sql.raw(PLACE.join(", "));
const samePlace = sql.raw(
  [...PLACE.map((column) => `coalesce(own.${column}, 0) = coalesce(passed.${column}, 0)`)].join(" and "),
);

/**
 * What was passed on is taken off the first line with an amount that stands in the same place; where there is none, it
 * is a row of its own. So every grouping of the rows comes to what the report says.
 */
function query(context: Context, moment: ReportMoment, counted: RawBuilder<unknown>) {
  return sql`${movedLines(context, moment)},
    own as (
      select moved.*, row_number() over (
          partition by award_id, ${place}, stream, case when amount_pence is null then 0 else 1 end
          order by line_id) as place_number
      from moved where passes = 0),
    passed as (
      select award_id, ${place}, stream, min(line_id) as line_id, sum(secured_pence) as pence,
        max(approximate) as approximate
      from moved where passes = 1 and amount_pence is not null group by award_id, ${place}, stream),
    net as (
      select own.award_id, own.line_id, 0 as passes, own.stream, ${sql.raw(PLACE.map((column) => `own.${column}`).join(", "))},
        own.amount_pence + coalesce(passed.pence, 0) as amount_pence,
        case when coalesce(passed.approximate, 0) > own.approximate then 1 else own.approximate end as approximate
      from own left join passed on passed.award_id = own.award_id and ${samePlace}
        and coalesce(own.stream, '') = coalesce(passed.stream, '')
        and own.amount_pence is not null and own.place_number = 1
      union all
      select passed.award_id, passed.line_id, 1, passed.stream, ${sql.raw(PLACE.map((column) => `passed.${column}`).join(", "))},
        passed.pence, passed.approximate
      from passed where not exists (
        select 1 from own where own.award_id = passed.award_id and ${samePlace}
          and coalesce(own.stream, '') = coalesce(passed.stream, '') and own.amount_pence is not null))
    select award.reference, award.title,
      (select lead.name from award_partnership as share join partnership as lead on lead.id = share.partnership_id
        where share.award_id = award.id and share.part = 'lead') as lead_name,
      partnership.name as partnership_name, coalesce(kept_funder.name, funder.name) as funder_name,
      coalesce(kept_fund.name, fund.name) as fund_name, round.name as round_name, net.financial_year, net.stream,
      ${ownProjectName(context)} as project_name, priority.title as priority_title, theme.name as theme_name,
      cast(net.amount_pence as bigint) as amount_pence,
      case when net.amount_pence is null then 'not_recorded' when net.approximate = 1 then 'approximate' else 'exact' end as basis
    from net
    join award on award.id = net.award_id
    left join bid on bid.id = award.bid_id and ${bidOfAwardInScope(context.scope)}
    left join round on round.id = coalesce(award.round_id, bid.round_id)
    left join project on project.id = net.project_id
    left join partnership on partnership.id = net.partnership_id
    left join priority on priority.id = net.priority_id
    left join theme on theme.id = net.theme_id
    left join fund on fund.id = net.fund_id
    left join fund as kept_fund on kept_fund.id = fund.merged_into_id
    left join funder on funder.id = net.funder_id
    left join funder as kept_funder on kept_funder.id = funder.merged_into_id
    where ${counted}
    order by net.award_id, net.line_id, net.passes`;
}
