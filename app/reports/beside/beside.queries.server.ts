import { type RawBuilder, sql } from "kysely";
import { awardsMatchingAt, bidOfAwardInScope } from "#app/awards/index.server.ts";
import { spentRows } from "#app/claims/index.server.ts";
import { NOT_CLAIMED } from "#app/claims/index.ts";
import { endOfUkDay } from "#app/core/calendar-date.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { Grouping } from "../funding-secured.ts";
import type { ReportMoment } from "../moment.server.ts";
import { isCounted, type Reach } from "../reach.server.ts";
import type { BesideColumn, BesideSums, ReadColumn } from "./beside.ts";

const ALL = { search: null, partnershipId: null, open: null, beforeId: null, afterId: null };

/**
 * What is recorded beside the awards of a report at a moment, by its rows. Awards of which only a part is in the reach
 * are left out: nobody can say which part was claimed.
 */
export async function gatherBeside(
  context: Context,
  by: Grouping,
  moment: ReportMoment,
  reach: Reach,
  columns: readonly BesideColumn[],
): Promise<BesideSums> {
  const ask = (column: ReadColumn) =>
    columns.includes(column) || (column === "claimed" && columns.includes("left"));
  const isKnown = sql`held.amount_pence is not null`;
  const held = heldAwards(context, moment, reach);
  const sums = async (column: ReadColumn, query: RawBuilder<unknown>) =>
    ask(column) ? sumsOf(context, held, query) : new Map();
  return {
    requested: await sums("requested", requestedBy(context, by)),
    claimed: await sums("claimed", claimedBy(by, moment)),
    claimedOfKnown: columns.includes("left")
      ? await sumsOf(context, held, sql`${claimedBy(by, moment)} and ${isKnown}`)
      : new Map(),
    received: await sums("received", receivedBy(by, moment)),
    spent: await sums("spent", spentBy(by, moment)),
    matchCash: await sums("matchCash", matchBy(context, by, "cash")),
    matchInKind: await sums("matchInKind", matchBy(context, by, "in_kind")),
  };
}

async function sumsOf(context: Context, held: RawBuilder<unknown>, query: RawBuilder<unknown>) {
  const { rows } = await sql<{ row_key: number | string | null; pence: number }>`
    with held as (${held})
    select row_key, cast(sum(pence) as bigint) as pence from (${query}) as found
    where pence is not null group by row_key`.execute(context.db.aside);
  return new Map(rows.map(({ row_key, pence }) => [row_key, pence]));
}

/** The awards in force at the moment that are wholly of the reach, each with the one row that it can stand in. */
function heldAwards(context: Context, moment: ReportMoment, reach: Reach): RawBuilder<unknown> {
  const awards = awardsMatchingAt(context, ALL, moment)
    .leftJoin("fund", "fund.id", "version.fund_id")
    .leftJoin("funder", "funder.id", "version.funder_id")
    .where("version.kind", "<>", "void")
    .where(
      isCounted(reach, {
        partnershipId: sql`cast(null as bigint)`,
        awardId: sql.ref("award.id"),
      }),
    )
    .select(["award.id", "award.bid_id", "version.amount_pence", onlyPartnership.as("partnership_id")])
    .select((e) => [
      e.fn.coalesce("fund.merged_into_id", "fund.id").as("fund_id"),
      e.fn.coalesce("funder.merged_into_id", "funder.id").as("funder_id"),
    ]);
  return sql`select * from ${awards} as each_award`;
}

/** The partnership of an award that is of one alone. */
const onlyPartnership = sql<number | null>`(
  select case when count(*) = 1 then min(share.partnership_id) end from award_partnership as share
  where share.award_id = award.id and (share.part <> 'recorder' or not exists (
    select 1 from award_partnership as other where other.award_id = award.id and other.part <> 'recorder')))`;

const OF_AWARD: Partial<Record<Grouping, RawBuilder<unknown>>> = {
  partnership: sql`held.partnership_id`,
  fund: sql`held.fund_id`,
  funder: sql`held.funder_id`,
};

const OF_LINE: Partial<Record<Grouping, RawBuilder<unknown>>> = {
  year: sql`line.financial_year`,
  stream: sql`line.stream`,
  project: sql`line.project_id`,
};

const NO_ROW = sql`cast(null as bigint)`;

function claimedBy(by: Grouping, moment: ReportMoment): RawBuilder<unknown> {
  return sql`
    select ${OF_AWARD[by] ?? OF_LINE[by] ?? NO_ROW} as row_key, line.amount_pence as pence
    from held join claim on claim.award_id = held.id join claim_line as line on line.claim_id = claim.id
    where claim.status not in (${sql.join(NOT_CLAIMED)}) and claim.submitted_on <= ${moment.asAt}
      and claim.recorded_at < ${endOfUkDay(moment.knownAt)}`;
}

/** What came for a claim stands in a row of year, stream or project where all of the claim does. */
function receivedBy(by: Grouping, moment: ReportMoment): RawBuilder<unknown> {
  const line = OF_LINE[by];
  const ofClaim =
    line &&
    sql`(select case when count(${line}) = count(*) and min(${line}) = max(${line}) then min(${line}) end
      from claim_line as line where line.claim_id = claim.id)`;
  return sql`
    select ${OF_AWARD[by] ?? ofClaim ?? NO_ROW} as row_key, receipt.amount_pence as pence
    from held join claim on claim.award_id = held.id join claim_receipt as receipt on receipt.claim_id = claim.id
    where receipt.received_on <= ${moment.asAt} and receipt.recorded_at < ${endOfUkDay(moment.knownAt)}`;
}

const OF_SPEND: Partial<Record<Grouping, RawBuilder<unknown>>> = {
  year: sql`spend.financial_year`,
  stream: sql`spend.stream`,
  project: sql`spend.project_id`,
};

/** Of periods that are over by the day, each with its corrections, and what was paid to delivery organisations by then. */
function spentBy(by: Grouping, moment: ReportMoment): RawBuilder<unknown> {
  return sql`
    select ${OF_AWARD[by] ?? OF_SPEND[by] ?? NO_ROW} as row_key, spend.spent_pence as pence
    from held join (${spentRows({ moment })}) as spend on spend.award_id = held.id`;
}

/** The bids of the awards, each once, with the row that all of its awards stand in. */
function bidsBy(context: Context, by: Grouping): RawBuilder<unknown> {
  const key = OF_AWARD[by] ?? NO_ROW;
  return sql`
    select bid.id, bid.requested_pence,
      case when count(${key}) = count(*) and min(${key}) = max(${key}) then min(${key}) end as row_key
    from held join bid on bid.id = held.bid_id
    where ${bidOfAwardInScope(context.scope)}
    group by bid.id, bid.requested_pence`;
}

function requestedBy(context: Context, by: Grouping): RawBuilder<unknown> {
  return sql`select row_key, requested_pence as pence from (${bidsBy(context, by)}) as bids`;
}

function matchBy(context: Context, by: Grouping, form: "cash" | "in_kind"): RawBuilder<unknown> {
  return sql`
    select row_key, matched.amount_pence as pence from (${bidsBy(context, by)}) as bids
    join bid_match as matched on matched.bid_id = bids.id where matched.form = cast(${form} as text)`;
}
