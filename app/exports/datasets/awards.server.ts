import { sql } from "kysely";
import { awardsMatchingAt, bidOfAwardInScope } from "#app/awards/index.server.ts";
import {
  type AwardFilters,
  askedStatusName,
  OPEN_DIMENSION_NAMES,
  parseAwardFilters,
  STREAM_NAMES,
  VERSION_KINDS,
} from "#app/awards/index.ts";
import { formatPounds } from "#app/core/money.ts";
import { type Context, readingAside, requirePermission } from "#app/platform/context.server.ts";
import { momentOf, type ReportMoment } from "#app/reports/index.server.ts";
import type { Dataset } from "../dataset.server.ts";
import type { ExportColumn } from "../export.ts";
import { EXPORT_FORMATS } from "../export-format.ts";
import { LINE, PART } from "../files/cells.mjs";
import { partnershipWords } from "../filter-words.server.ts";

const KIND_NAMES = Object.fromEntries(Object.entries(VERSION_KINDS).map(([kind, { name }]) => [kind, name]));

export const BASIS_NAMES = { exact: "exact", approximate: "approximate", not_recorded: "not recorded" };

const COLUMNS: readonly ExportColumn[] = [
  { heading: "Reference", kind: "text" },
  { heading: "Title", kind: "text" },
  { heading: "Lead partnership", kind: "text" },
  { heading: "Partnerships", kind: "text" },
  { heading: "Funder", kind: "text" },
  { heading: "Fund", kind: "text" },
  { heading: "Round", kind: "text" },
  { heading: "Bid", kind: "text" },
  { heading: "Accountable body", kind: "text" },
  { heading: "Version", kind: "text", words: KIND_NAMES },
  { heading: "Takes effect on", kind: "day" },
  { heading: "Decided on", kind: "day" },
  { heading: "Awarded", kind: "pence" },
  { heading: "Amount basis", kind: "text", words: BASIS_NAMES },
  { heading: "Of which out of other awards", kind: "pence" },
  { heading: "Lines", kind: "lines" },
];

/** The list of awards as they stand at a moment, each with its partnerships and lines: the newest first. */
export const awards: Dataset = {
  name: "awards",
  title: "Awards",
  about: "One row for each award, with the version in force, its partnerships and its lines.",
  formats: EXPORT_FORMATS,
  requireAccess: (context) => requirePermission(context, "register.read"),
  contents: async (context, asked) => {
    const filters = parseAwardFilters(asked.params);
    const moment = await momentOf(context, asked);
    const isAsked = asked.asAt !== null || asked.knownAt !== null;
    return {
      sheet: "Awards",
      filters: await filterWords(context, filters),
      moment: { asAt: moment.asAt, knownAt: moment.knownAt },
      notes: () => notesOf(context, filters, moment),
      columns: COLUMNS,
      rows: { query: query(context, filters, moment, isAsked).compile() },
      sum: { column: 12, name: "amount_pence" },
    };
  },
};

async function notesOf(context: Context, filters: AwardFilters, moment: ReportMoment): Promise<string[]> {
  const { recorded, inside } = await addUp(context, filters, moment);
  return [
    `The column Awarded comes to ${formatPounds(recorded, "always")}, as the list of awards does with these filters.`,
    `${formatPounds(inside, "always")} of it comes out of other awards, which hold it too: the report "Funding secured" counts it once.`,
    "An amount that is not recorded is left empty. It is not £0.",
    "Lines reads: partnership, financial year, stream: amount. What is missing is not yet apportioned.",
  ];
}

async function filterWords(context: Context, { search, partnershipId, open, status }: AwardFilters) {
  const words: [string, string][] = [];
  if (search !== null) words.push(["Title or reference", search]);
  if (partnershipId !== null) words.push(["Partnership", await partnershipWords(context, partnershipId)]);
  if (open !== null)
    words.push(["Not yet apportioned", open === "any" ? "Anything" : OPEN_DIMENSION_NAMES[open]]);
  if (status) words.push(["Status today", askedStatusName(status)]);
  return words;
}

async function addUp(context: Context, filters: AwardFilters, moment: ReportMoment) {
  const whole = { ...filters, beforeId: null, afterId: null };
  const aside = readingAside(context);
  const recorded = await awardsMatchingAt(aside, whole, moment)
    .select((e) =>
      e.cast<number>(e.fn.coalesce(e.fn.sum("version.amount_pence"), e.lit(0)), "bigint").as("pence"),
    )
    .executeTakeFirstOrThrow();
  const inside = await awardsMatchingAt(aside, whole, moment)
    .innerJoin("allocation_line as line", "line.version_id", "version.id")
    .where("line.inside_award_id", "is not", null)
    .select((e) =>
      e.cast<number>(e.fn.coalesce(e.fn.sum("line.amount_pence"), e.lit(0)), "bigint").as("pence"),
    )
    .executeTakeFirstOrThrow();
  return { recorded: recorded.pence, inside: inside.pence };
}

function query(context: Context, filters: AwardFilters, moment: ReportMoment, onlyInForce: boolean) {
  const matching = awardsMatchingAt(context, { ...filters, beforeId: null, afterId: null }, moment)
    .leftJoin("bid", (join) => join.onRef("bid.id", "=", "award.bid_id").on(bidOfAwardInScope(context.scope)))
    .leftJoin("round", (join) =>
      join.on((e) => e("round.id", "=", e.fn.coalesce("award.round_id", "bid.round_id"))),
    )
    .leftJoin("organisation as body", "body.id", "award.accountable_body_id")
    .leftJoin("fund", "fund.id", "version.fund_id")
    .leftJoin("funder", "funder.id", "version.funder_id")
    .select(["award.reference", "award.title"])
    .select([
      leadName.as("lead_name"),
      partnershipNames.as("partnership_names"),
      "funder.name as funder_name",
      "fund.name as fund_name",
      "round.name as round_name",
      "bid.reference as bid_reference",
      "body.name as body_name",
      "version.kind",
      "version.effective_on",
      "version.decided_on",
      "version.amount_pence",
      "version.amount_basis",
      insidePence.as("inside_pence"),
      linesAsText.as("line_texts"),
    ])
    .orderBy("award.id", "desc");
  return onlyInForce ? matching.where("version.id", "is not", null) : matching;
}

/** The database lets an award have one lead at most. */
const leadName = sql<string | null>`(
  select partnership.name from award_partnership as share
  join partnership on partnership.id = share.partnership_id where share.award_id = award.id and share.part = 'lead')`;

const partnershipNames = sql<string | null>`(
  select string_agg(partnership.name, ', ' order by share.part, partnership.name) from award_partnership as share
  join partnership on partnership.id = share.partnership_id where share.award_id = award.id)`;

const insidePence = sql<number | null>`(
  select cast(sum(line.amount_pence) as bigint) from allocation_line as line
  where line.version_id = version.id and line.inside_award_id is not null)`;

const streamName = sql`case line.stream when 'revenue' then ${STREAM_NAMES.revenue} when 'capital' then ${STREAM_NAMES.capital} else '' end`;

const linesAsText = sql<string | null>`(
  select string_agg(
    coalesce(partnership.name, '') || cast(${PART} as text) || coalesce(cast(line.financial_year as text), '') || cast(${PART} as text)
      || ${streamName} || cast(${PART} as text) || coalesce(cast(line.amount_pence as text), ''),
    cast(${LINE} as text) order by line.position)
  from allocation_line as line left join partnership on partnership.id = line.partnership_id
  where line.version_id = version.id)`;
