import { type RawBuilder, type SqlBool, sql } from "kysely";
import { awardsThen } from "#app/awards/index.server.ts";
import type { AwardStatus } from "#app/awards/index.ts";
import {
  isBidInScope,
  LIVE_STATUSES,
  likelihoodThen,
  requestedBasisThen,
  requestedThen,
} from "#app/bids/index.server.ts";
import type { BidStatus } from "#app/bids/index.ts";
import type { IsoDay } from "#app/core/calendar-date.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { isLater, isRecordedBy } from "#app/platform/dates-in-queries.server.ts";
import { type Changes, getChanges } from "#app/reports/index.server.ts";
import type { Moves } from "./moves.rules.ts";

const PER_PAGE = 50;

/** Up to so many partnerships their bids are looked up; with more, each bid is asked whose it is. */
const FEW_PARTNERSHIPS = 20;

export type BetweenQuery = { partnershipId: number | null; from: IsoDay; to: IsoDay };

type Basis = "exact" | "approximate" | "not_recorded";

/** A bid or an award that is not as it was on the first day. Pence; null is "not recorded" or not there yet. */
export type Changed<Status extends string> = {
  id: number;
  reference: string;
  title: string;
  from: Status | null;
  to: Status | null;
  fromPence: number | null;
  toPence: number | null;
  fromBasis: Basis | null;
  toBasis: Basis | null;
  /** How likely a bid was said to be while it was not decided, per cent; null where nobody said, and of an award. */
  fromPercent: number | null;
  toPercent: number | null;
};

/** What was expected of bids not yet decided: pence of those whose amount and likelihood are known, and how many of all. */
export type Expected = {
  pence: number;
  known: number;
  live: number;
  /** Of how many of the known the amount is approximate. */
  approximate: number;
};

export type ChangedPage<Status extends string> = {
  rows: Changed<Status>[];
  /** The number below which the next page starts; null where there is none. */
  next: number | null;
};

/** Where bids and awards stood at the end of two days, from what is known today, and what of it is not the same. */
export type Between = {
  bids: {
    moves: Moves<BidStatus>[];
    changed: ChangedPage<BidStatus>;
    expected: { from: Expected; to: Expected };
  };
  awards: { moves: Moves<AwardStatus>[]; changed: ChangedPage<AwardStatus> };
  /** Funding secured at the end of both days, with its own proof. */
  money: Changes;
};

/** @throws NotFoundError for a partnership outside the scope, as for one that does not exist. */
export async function getBetween(
  context: Context,
  query: BetweenQuery,
  below: { bid: number | null; award: number | null },
): Promise<Between> {
  requirePermission(context, "register.read");
  const { partnershipId, from, to } = query;
  const money = await getChanges(
    context,
    {
      partnershipIds: partnershipId === null ? null : [partnershipId],
      from: { asAt: from, knownAt: null },
      to: { asAt: to, knownAt: null },
    },
    null,
  );
  const bids = bidsBetween(context, query);
  const awards = awardsBetween(context, query);
  return {
    bids: {
      moves: await movesOf(context, bids),
      changed: await changedOf(context, bids, below.bid),
      expected: { from: await expectedOf(context, bids, "from"), to: await expectedOf(context, bids, "to") },
    },
    awards: { moves: await movesOf(context, awards), changed: await changedOf(context, awards, below.award) },
    money,
  };
}

/**
 * A query of id, reference, title, and status, pence and per cent of each record on both days; and of what it adds to a
 * sum then, pence: of an umbrella record what is not itemised.
 */
type Pairs = RawBuilder<unknown>;

async function movesOf<Status extends string>({ db }: Context, pairs: Pairs): Promise<Moves<Status>[]> {
  const { rows } = await sql<Moves<Status>>`
    select from_status as "from", to_status as "to", cast(count(*) as bigint) as count,
      cast(coalesce(sum(from_counted), 0) as bigint) as "fromPence",
      cast(coalesce(sum(to_counted), 0) as bigint) as "toPence",
      cast(sum(case when from_status is not null and from_pence is null then 1 else 0 end) as bigint) as "fromUnknown",
      cast(sum(case when to_status is not null and to_pence is null then 1 else 0 end) as bigint) as "toUnknown",
      cast(sum(case when from_status is not null and from_basis = 'approximate' then 1 else 0 end) as bigint)
        as "fromApproximate",
      cast(sum(case when to_status is not null and to_basis = 'approximate' then 1 else 0 end) as bigint)
        as "toApproximate"
    from (${pairs}) as pairs where from_status is not null or to_status is not null
    group by from_status, to_status order by from_status, to_status`.execute(db.aside);
  return rows;
}

async function changedOf<Status extends string>(
  { db }: Context,
  pairs: Pairs,
  below: number | null,
): Promise<ChangedPage<Status>> {
  const { rows } = await sql<Changed<Status>>`
    ${changedIn(pairs)} and ${below === null ? sql`1 = 1` : sql`id < ${below}`}
    order by id desc limit ${PER_PAGE + 1}`.execute(db.aside);
  const page = rows.slice(0, PER_PAGE);
  return { rows: page, next: rows.length > PER_PAGE ? (page.at(-1)?.id ?? null) : null };
}

function changedIn(pairs: Pairs, more = sql``) {
  return sql`select ${more} id, reference, title, from_status as "from", to_status as "to", from_pence as "fromPence",
      to_pence as "toPence", from_basis as "fromBasis", to_basis as "toBasis", from_percent as "fromPercent", to_percent as "toPercent"
    from (${pairs}) as pairs
    where (coalesce(from_status, '') <> coalesce(to_status, '')
        or (from_status is not null and to_status is not null and from_basis <> to_basis) or coalesce(from_pence, -1) <> coalesce(to_pence, -1)
        or coalesce(from_percent, -1) <> coalesce(to_percent, -1))`;
}

/** Every award and then every bid that is not as it was, each the newest first, of which kind it is before the rest. */
export function allChanged(context: Context, query: BetweenQuery) {
  return sql`select * from (
      ${changedIn(awardsBetween(context, query), sql`'award' as kind,`)}
      union all ${changedIn(bidsBetween(context, query), sql`'bid' as kind,`)}
    ) as changed order by case kind when 'award' then 0 else 1 end, id desc`;
}

/** As the pipeline works it out: what counts of the amount times the likelihood, to the nearest penny. */
async function expectedOf({ db }: Context, pairs: Pairs, day: "from" | "to"): Promise<Expected> {
  const of = (column: string) => sql.ref(`${day}_${column}`);
  const { rows } = await sql<Expected>`
    select cast(coalesce(sum((${of("counted")} * ${of("percent")} + 50) / 100), 0) as bigint) as pence,
      cast(count(${of("pence")} * ${of("percent")}) as bigint) as known, cast(count(*) as bigint) as live,
      cast(coalesce(sum(case when ${of("basis")} = 'approximate' and ${of("percent")} is not null then 1 else 0 end), 0)
        as bigint) as approximate
    from (${pairs}) as pairs where ${of("status")} in (${sql.join(LIVE_STATUSES)})`.execute(db.aside);
  return rows[0] ?? { pence: 0, known: 0, live: 0, approximate: 0 };
}

function bidsBetween({ scope, today }: Context, { partnershipId, from, to }: BetweenQuery): Pairs {
  const own = partnershipId === null ? sql`1 = 1` : sql`bid.id in (${bidsOf([partnershipId])})`;
  const few = !scope.all && scope.partnershipIds.length <= FEW_PARTNERSHIPS;
  const inScope = few ? sql`bid.id in (${bidsOf(scope.partnershipIds)})` : isBidInScope(scope);
  const live = sql.join(LIVE_STATUSES);
  return sql`select dated.id, dated.reference, dated.title, from_status, to_status,
      case when from_status is null then null else from_requested end as from_pence,
      case when to_status is null then null else to_requested end as to_pence,
      case when from_status is null then null when from_itemised >= from_requested then 0
        else from_requested - coalesce(from_itemised, 0) end as from_counted,
      case when to_status is null then null when to_itemised >= to_requested then 0
        else to_requested - coalesce(to_itemised, 0) end as to_counted,
      from_basis, to_basis, case when from_status in (${live}) then from_likelihood end as from_percent,
      case when to_status in (${live}) then to_likelihood end as to_percent
    from (select bid.id, bid.reference, bid.title,
        ${bidStatusOn(from, today)} as from_status, ${bidStatusOn(to, today)} as to_status,
        ${requestedThen(from, today)} as from_requested, ${requestedThen(to, today)} as to_requested,
        ${requestedBasisThen(from, today)} as from_basis, ${requestedBasisThen(to, today)} as to_basis,
        ${likelihoodThen(from, today)} as from_likelihood, ${likelihoodThen(to, today)} as to_likelihood
      from bid where ${inScope} and ${own}) as dated
    left join (select member.umbrella_id, cast(sum(${itemisedOn(from, today)}) as bigint) as from_itemised,
        cast(sum(${itemisedOn(to, today)}) as bigint) as to_itemised
      from bid_umbrella_member as member inner join bid on bid.id = member.bid_id
      where ${inScope} and ${own} group by member.umbrella_id) as itemised on itemised.umbrella_id = dated.id`;
}

/** What one of the bids of an umbrella record counts by itself at the end of a day, pence. */
function itemisedOn(day: IsoDay, today: IsoDay): RawBuilder<number | null> {
  return sql`case when ${bidStatusOn(day, today)} is not null then ${requestedThen(day, today)} end`;
}

/** Found in the index of who takes part. */
function bidsOf(partnershipIds: readonly number[]) {
  return sql`select bid_id from bid_partnership where partnership_id in (${sql.join([0, ...partnershipIds])})`;
}

/**
 * What its history says a bid was at the end of a day: the last of its events by then. One that was entered as history
 * was submitted from the day on which it was sent. Null before anything is known of it.
 */
function bidStatusOn(day: IsoDay, today: IsoDay): RawBuilder<BidStatus | null> {
  if (day >= today) return sql`bid.status`;
  const happened = sql`bid_event.happened_on`;
  const byThen: RawBuilder<SqlBool> = sql`case when ${happened} is null
    then ${isRecordedBy(sql`bid_event.at`, day)} else not ${isLater(happened, day)} end`;
  const sent = sql`bid.submitted_on is not null and not ${isLater(sql`bid.submitted_on`, day)}`;
  return sql`coalesce((select bid_event.to_status from bid_event
      where bid_event.bid_id = bid.id and ${byThen} order by bid_event.id desc limit 1),
    case when ${sent} then 'submitted' end)`;
}

/** Both days stand under each other and are brought together by the award: each is worked out once. */
function awardsBetween(context: Context, { partnershipId, from, to }: BetweenQuery): Pairs {
  const own =
    partnershipId === null
      ? sql`1 = 1`
      : sql`exists (select 1 from award_partnership as share
          where share.award_id = award.id and share.partnership_id = ${partnershipId})`;
  return sql`select award.id, award.reference, award.title, from_status, to_status, from_pence, to_pence,
      from_pence as from_counted, to_pence as to_counted, from_basis,
      to_basis, cast(null as bigint) as from_percent, cast(null as bigint) as to_percent
    from (select id, max(from_status) as from_status, max(to_status) as to_status, max(from_pence) as from_pence,
        max(to_pence) as to_pence, max(from_basis) as from_basis, max(to_basis) as to_basis
      from (select id, status as from_status, cast(null as text) as to_status, pence as from_pence,
          cast(null as bigint) as to_pence, basis as from_basis, cast(null as text) as to_basis
          from (${awardsThen(context, from)}) as first_day
        union all select id, cast(null as text), status, cast(null as bigint), pence, cast(null as text), basis
          from (${awardsThen(context, to)}) as second_day) as days
      group by id) as dated inner join award on award.id = dated.id
    where ${own}`;
}
