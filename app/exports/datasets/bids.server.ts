import { sql } from "kysely";
import {
  bidsMatching,
  COUNTED_PENCE,
  itemisedByUmbrella,
  listFilterChoices,
  listSignedOffDrafts,
  stageOfBid,
} from "#app/bids/index.server.ts";
import {
  type BidFilters,
  chosenFilters,
  parseBidFilters,
  STAGE_NAMES,
  unreadFilters,
} from "#app/bids/index.ts";
import { formatPounds } from "#app/core/money.ts";
import { type Context, readingAside, requirePermission } from "#app/platform/context.server.ts";
import { momentOf, type ReportMoment } from "#app/reports/index.server.ts";
import type { Dataset } from "../dataset.server.ts";
import type { ExportColumn } from "../export.ts";
import { EXPORT_FORMATS } from "../export-format.ts";
import { asksForAnotherDay } from "../refusal.server.ts";
import { BASIS_NAMES } from "./awards.server.ts";

const COLUMNS: readonly ExportColumn[] = [
  { heading: "Reference", kind: "text" },
  { heading: "Title", kind: "text" },
  { heading: "Status", kind: "text", words: STAGE_NAMES },
  { heading: "Lead partnership", kind: "text" },
  { heading: "Partnerships", kind: "text" },
  { heading: "Funder", kind: "text" },
  { heading: "Fund", kind: "text" },
  { heading: "Round", kind: "text" },
  { heading: "Accountable body", kind: "text" },
  { heading: "Requested", kind: "pence" },
  { heading: "Amount basis", kind: "text", words: BASIS_NAMES },
  { heading: "Submitted on", kind: "day" },
  { heading: "Decision expected", kind: "day" },
  { heading: "Decided on", kind: "day" },
  { heading: "Owner", kind: "text" },
];

/** The list of bids as it stands now, or as it stood on a day, in its order. */
export const bids: Dataset = {
  name: "bids",
  title: "Bids",
  about: "One row for each bid, with its status, its partnerships and what was asked for.",
  formats: EXPORT_FORMATS,
  requireAccess: (context) => requirePermission(context, "register.read"),
  unused: unreadFilters,
  takesDay: true,
  contents: async (context, asked) => {
    const filters = parseBidFilters(asked.params);
    const moment = asksForAnotherDay(context, asked) ? await momentOf(context, asked) : null;
    return {
      sheet: "Bids",
      filters: await filterWords(context, filters),
      moment,
      notes: () => (moment === null ? notesOf(context, filters) : notesThen(context, filters, moment)),
      columns: COLUMNS,
      rows: { query: await query(context, filters, moment) },
      sum: { column: 9, name: "requested_pence" },
    };
  },
};

async function notesOf(context: Context, filters: BidFilters): Promise<string[]> {
  const aside = readingAside(context);
  const { matching } = await bidsMatching(aside, filters);
  const { pence, counted } = await matching
    .leftJoin(itemisedByUmbrella(aside.db.read), "itemised.umbrella_id", "bid.id")
    .select((e) => [
      e.cast<number>(e.fn.coalesce(e.fn.sum("bid.requested_pence"), e.lit(0)), "bigint").as("pence"),
      e.cast<number>(e.fn.coalesce(e.fn.sum(COUNTED_PENCE), e.lit(0)), "bigint").as("counted"),
    ])
    .executeTakeFirstOrThrow();
  const comesTo = `The column Requested comes to ${formatPounds(pence, "always")}`;
  return [
    pence === counted
      ? `${comesTo}, as the list of bids does with these filters.`
      : `${comesTo}; the list of bids to ${formatPounds(counted, "always")}, because an umbrella record counts there only for what is not itemised.`,
    "An amount that is not recorded is left empty. It is not £0.",
  ];
}

/** What bids stood at by a day, as "Success of bids" reads them, and what of them is kept as it stands today alone. */
async function notesThen(context: Context, filters: BidFilters, moment: ReportMoment): Promise<string[]> {
  const { matching } = await bidsMatching(readingAside(context), filters, moment);
  const { pence, count, unknown } = await matching
    .select((e) => [
      e.cast<number>(e.fn.coalesce(e.fn.sum("bid.requested_pence"), e.lit(0)), "bigint").as("pence"),
      e.fn.countAll<number>().as("count"),
      sql<number>`cast(count(*) - count(bid.requested_pence) as bigint)`.as("unknown"),
    ])
    .executeTakeFirstOrThrow();
  return [
    `The column Requested comes to ${formatPounds(pence, "always")} in ${count.toLocaleString("en-GB")} ${count === 1 ? "bid" : "bids"}. Of ${unknown.toLocaleString("en-GB")} of them no amount was recorded: it is left empty, and is not £0. An umbrella record stands beside the bids that are itemised in it.`,
    "Status, amount and the days of sending and of decision are those that “Success of bids” of the same day reads: a bid that was sent later was a draft, one that was decided later, or on a day that is not recorded, was not decided yet. A draft is called that whether or not it was signed off. Filters by them ask for what stood there then.",
    "Titles, partnerships, funders, funds and rounds, the accountable body, the expected decision and the owner stand as they are recorded today.",
  ];
}

/** The filters as the list says them. */
async function filterWords(context: Context, filters: BidFilters): Promise<[string, string][]> {
  const chosen = chosenFilters(filters, await listFilterChoices(context, filters));
  return chosen.length === 0 ? [] : [["Filters", chosen.map(({ text }) => text).join("; ")]];
}

async function query(context: Context, filters: BidFilters, moment: ReportMoment | null) {
  const { matching, key, direction } = await bidsMatching(context, filters, moment);
  // What a draft of an earlier day said is not kept: whether it was signed off as it stood is not known of it.
  const signedOff = moment === null ? await listSignedOffDrafts(context) : [];
  const rows = matching
    .leftJoin("round", "round.id", "bid.round_id")
    .leftJoin("fund", (join) =>
      join.on((e) => e("fund.id", "=", e.fn.coalesce("round.fund_id", "bid.fund_id"))),
    )
    .leftJoin("funder", (join) =>
      join.on((e) => e("funder.id", "=", e.fn.coalesce("fund.funder_id", "bid.funder_id"))),
    )
    .leftJoin("bid_team", (join) =>
      join.onRef("bid_team.bid_id", "=", "bid.id").on("bid_team.part", "=", "owner"),
    )
    .leftJoin("person as owner", "owner.id", "bid_team.person_id")
    .leftJoin("organisation as body", "body.id", "bid.accountable_body_id")
    .select([
      "bid.reference",
      "bid.title",
      stageOfBid(context, signedOff).as("status"),
      namesOf("lead").as("lead_name"),
      namesOf("any").as("partnership_names"),
      "funder.name as funder_name",
      "fund.name as fund_name",
      "round.name as round_name",
      "body.name as body_name",
      "bid.requested_pence",
      "bid.requested_basis",
      "bid.submitted_on",
      "bid.expected_decision",
      "bid.decided_on",
      "owner.name as owner_name",
    ]);
  if (key === null) return rows.orderBy("bid.id", direction).compile();
  // What the order goes by may be not recorded: those bids stand last, as in the list.
  return rows
    .orderBy(sql`case when ${key} is null then 1 else 0 end`)
    .orderBy(key, direction)
    .orderBy("bid.id", direction)
    .compile();
}

function namesOf(part: "lead" | "any") {
  const only = part === "lead" ? sql`and part.part = 'lead'` : sql``;
  return sql<string | null>`(
    select string_agg(partnership.name, ', ' order by case part.part when 'lead' then 0 else 1 end, partnership.name)
    from bid_partnership as part join partnership on partnership.id = part.partnership_id
    where part.bid_id = bid.id ${only})`;
}
