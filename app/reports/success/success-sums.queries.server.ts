import { type RawBuilder, sql } from "kysely";
import { awardInScope } from "#app/awards/index.server.ts";
import {
  bidsThen,
  earlierOf,
  isBidInScope,
  likelihoodThen,
  takesPart,
  umbrellaThen,
} from "#app/bids/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { yearOfDay } from "#app/platform/dates-in-queries.server.ts";
import type { ReportMoment } from "../moment.server.ts";
import type { Reach } from "../reach.server.ts";
import { heldAt } from "../row-sums.queries.server.ts";
import { saidAt } from "../said-at.server.ts";
import type {
  ExpectedAgainstAwarded,
  JudgedBid,
  Standing,
  StandingSums,
  SuccessGrouping,
} from "./success.ts";

/** `with … judged as (…)`: every bid of the report once, with what became of it and of the money asked for. */
async function judgedBids(
  context: Context,
  moment: ReportMoment,
  reach: Reach,
): Promise<RawBuilder<unknown>> {
  const members = umbrellaThen(await saidAt(context, moment));
  const ofReach = reach.all ? sql`1 = 1` : takesPart(reach.partnershipIds);
  const likelihood = likelihoodThen(earlierOf(moment), context.today);
  return sql`
    with money as (
      select award.bid_id, cast(sum(posting.gross_pence) as bigint) as awarded, sum(posting.not_recorded) as unknown
      from posting join award on award.id = posting.award_id
      where award.bid_id is not null and ${awardInScope(context.scope)} and ${heldAt(moment)}
      group by award.bid_id),
    judged as (
      select bid.id, bid.status, bid.requested_pence as requested, bid.decided_on,
        coalesce(funder.merged_into_id, funder.id) as funder_id, ${likelihood} as percent,
        case when money.unknown > 0 then null else money.awarded end as awarded,
        case
          when bid.id in (select item.umbrella_id from (${members}) as item) then 'umbrella'
          when round.kind = 'allocation' then 'allocation'
          when bid.status in ('draft', 'awaiting_sign_off') then 'draft'
          when round.kind is null then 'kind not stated'
          when bid.status = 'withdrawn' then 'withdrawn'
          when bid.status = 'awarded' then 'won'
          when bid.status = 'part_awarded' then 'won in part'
          when bid.status = 'unsuccessful' then 'lost'
          else 'undecided' end as standing
      from ${bidsThen(moment, context.today)} as bid
      left join round on round.id = bid.round_id
      left join fund on fund.id = coalesce(round.fund_id, bid.fund_id)
      left join funder on funder.id = coalesce(fund.funder_id, bid.funder_id)
      left join money on money.bid_id = bid.id
      where ${isBidInScope(context.scope)} and ${ofReach})`;
}

/** The financial year of a decision that is known to the month at least. */
const YEAR = sql`case
  when judged.decided_on like 'FY%' then cast(substr(judged.decided_on, 3, 4) as integer)
  when length(judged.decided_on) >= 7 then ${yearOfDay(sql`judged.decided_on`)}
  else null end`;

const KEYS: Record<SuccessGrouping, { key: RawBuilder<unknown>; join: RawBuilder<unknown> }> = {
  funder: { key: sql`judged.funder_id`, join: sql`` },
  year: { key: YEAR, join: sql`` },
  partnership: {
    key: sql`part.partnership_id`,
    join: sql`left join bid_partnership as part on part.bid_id = judged.id and part.part <> 'recorder'`,
  },
  theme: {
    key: sql`served.theme_id`,
    join: sql`left join (
      select distinct bid_priority.bid_id, priority_theme.theme_id from bid_priority
      join priority_theme on priority_theme.priority_id = bid_priority.priority_id) as served
      on served.bid_id = judged.id`,
  },
};

type Row = {
  row_key: number | null;
  standing: Standing;
  bids: number;
  requested: number;
  awarded: number;
  comparable: number;
  comparable_requested: number;
  comparable_awarded: number;
  no_request: number;
  no_award: number;
};

/** The bids of a report by row and standing; by standing alone where `by` is null. Each counts once in a row. */
export async function sumStandings(
  context: Context,
  by: SuccessGrouping | null,
  moment: ReportMoment,
  reach: Reach,
): Promise<StandingSums[]> {
  const { key, join } = by === null ? { key: sql`null`, join: sql`` } : KEYS[by];
  const isWon = sql`standing in ('won', 'won in part')`;
  const comparable = sql`requested is not null and (not ${isWon} or awarded is not null)`;
  const { rows } = await sql<Row>`
    ${await judgedBids(context, moment, reach)}
    select row_key, standing, cast(count(*) as bigint) as bids,
      cast(coalesce(sum(requested), 0) as bigint) as requested, cast(coalesce(sum(awarded), 0) as bigint) as awarded,
      cast(coalesce(sum(case when ${comparable} then 1 else 0 end), 0) as bigint) as comparable,
      cast(coalesce(sum(case when ${comparable} then requested else 0 end), 0) as bigint) as comparable_requested,
      cast(coalesce(sum(case when ${comparable} and ${isWon} then awarded else 0 end), 0) as bigint) as comparable_awarded,
      cast(coalesce(sum(case when requested is null then 1 else 0 end), 0) as bigint) as no_request,
      cast(coalesce(sum(case when ${isWon} and awarded is null then 1 else 0 end), 0) as bigint) as no_award
    from (select cast(${key} as bigint) as row_key, judged.standing, judged.requested, judged.awarded
      from judged ${join}) as keyed
    group by row_key, standing`.execute(context.db.aside);
  return rows.map((row) => ({
    key: row.row_key,
    standing: row.standing,
    bids: row.bids,
    requestedPence: row.requested,
    comparable: row.comparable,
    comparableRequestedPence: row.comparable_requested,
    comparableAwardedPence: row.comparable_awarded,
    awardedPence: row.awarded,
    requestedNotRecorded: row.no_request,
    awardedNotRecorded: row.no_award,
  }));
}

/** The bids of a report one by one, once in each of their rows, by number: what its figures are made of. */
export async function listJudged(
  context: Context,
  by: SuccessGrouping,
  moment: ReportMoment,
  reach: Reach,
): Promise<JudgedBid[]> {
  const { key, join } = KEYS[by];
  const { rows } = await sql<JudgedBid>`
    ${await judgedBids(context, moment, reach)}
    select judged.id, cast(${key} as bigint) as "key", judged.standing, judged.requested as "requestedPence",
      judged.awarded as "awardedPence"
    from judged ${join} order by judged.id, 2`.execute(context.db.aside);
  return rows;
}

/** The awards in scope that came of bids, by number. */
export async function awardsOfBids(context: Context, bidIds: readonly number[]): Promise<number[]> {
  const rows = await context.db.read
    .selectFrom("award")
    .select("id")
    .where("bid_id", "in", [0, ...bidIds])
    .where(awardInScope(context.scope))
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}

/** What was expected of the bids that are decided, against what they brought. */
export async function expectedAgainstAwarded(
  context: Context,
  moment: ReportMoment,
  reach: Reach,
): Promise<ExpectedAgainstAwarded> {
  const { rows } = await sql<{ bids: number; expected: number; awarded: number }>`
    ${await judgedBids(context, moment, reach)}
    select cast(count(*) as bigint) as bids,
      cast(coalesce(sum((requested * percent + 50) / 100), 0) as bigint) as expected,
      cast(coalesce(sum(case when standing = 'lost' then 0 else awarded end), 0) as bigint) as awarded
    from judged
    where standing in ('won', 'won in part', 'lost') and percent is not null and requested is not null
      and (standing = 'lost' or awarded is not null)`.execute(context.db.aside);
  const { bids, expected, awarded } = rows[0] ?? { bids: 0, expected: 0, awarded: 0 };
  return { bids, expectedPence: expected, awardedPence: awarded };
}
