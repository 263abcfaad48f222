import { type RawBuilder, type SqlBool, sql } from "kysely";
import { addDays } from "#app/core/calendar-date.ts";
import { daysOfFinancialYear } from "#app/core/financial-year.ts";
import { searchWords } from "#app/core/search-words.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { BidFilters, OwnerFilter } from "../bid-filters.ts";
import { holds } from "./holding.server.ts";
import { isLateAt } from "./late-bids.server.ts";
import { peopleNamed, prioritiesNamed } from "./named.server.ts";

type Condition = RawBuilder<SqlBool>;

/** What each filter asks of a bid, besides what the way to it has asked already. */
export function conditionsOf(
  filters: BidFilters,
  today: string,
  context: Pick<Context, "actor" | "db">,
): Condition[] {
  const { actor, db } = context;
  const all: Condition[] = [];
  const { statuses, roundId, fundId, funderId, priorityId, themeId, search } = filters;
  if (statuses.length > 0) all.push(sql`bid.status in (${sql.join(statuses)})`);
  if (roundId !== null) all.push(sql`bid.round_id = ${roundId}`);
  if (fundId !== null) all.push(ofFunds(sql`fund.id = ${fundId}`, sql`bid.fund_id = ${fundId}`));
  if (funderId !== null) all.push(ofFunder(funderId));
  if (priorityId !== null) {
    all.push(sql`exists (select 1 from bid_priority as served
      where served.bid_id = bid.id and served.priority_id = ${priorityId})`);
  }
  if (filters.priorityTitle !== null) all.push(servesOneOf(prioritiesNamed(context, filters.priorityTitle)));
  if (themeId !== null) {
    all.push(servesOneOf(sql`select priority_id from priority_theme where theme_id = ${themeId}`));
  }
  if (filters.owner !== null) all.push(ofOwner(filters.owner, actor));
  if (filters.ownerName !== null) {
    all.push(
      sql`exists (${OWNED} and bid_team.person_id + 0 in (${peopleNamed(context, filters.ownerName)}))`,
    );
  }
  if (filters.leadOfficer !== null) all.push(holds(db, sql`bid.lead_officer`, filters.leadOfficer));
  if (filters.lateAt !== null) all.push(isLateAt(filters.lateAt));
  if (search !== null && searchWords(search).length === 0) all.push(holds(db, sql`bid.title`, search));
  return [...all, ...amounts(filters), ...days(filters, today)];
}

function servesOneOf(priorities: RawBuilder<unknown>): Condition {
  // The sum keeps the planner from asking for each of the priorities in turn: a bid has a few, and these are read.
  return sql`exists (select 1 from bid_priority as served
    where served.bid_id = bid.id and served.priority_id + 0 in (${priorities}))`;
}

const OWNED = sql`select 1 from bid_team where bid_team.bid_id = bid.id and bid_team.part = 'owner'`;

/** Each way is an entry into an index: that of a bid's team. */
function ofOwner(owner: OwnerFilter, actor: Context["actor"]): Condition {
  if (owner === "nobody") return sql`not exists (${OWNED})`;
  return sql`exists (${OWNED} and bid_team.person_id = ${ownerId(owner, actor)})`;
}

/** The person whose bids are asked for; "me" of somebody without an account is nobody who owns anything. */
export function ownerId(owner: number | "me", actor: Context["actor"]): number {
  if (owner !== "me") return owner;
  return actor.kind === "person" ? actor.id : 0;
}

function amounts({ amountFrom, amountTo, amountNotRecorded }: BidFilters): Condition[] {
  const all: Condition[] = [];
  if (amountFrom !== null) all.push(sql`bid.requested_pence >= ${amountFrom}`);
  if (amountTo !== null) all.push(sql`bid.requested_pence <= ${amountTo}`);
  if (amountNotRecorded) all.push(sql`bid.requested_pence is null`);
  return all;
}

function days(filters: BidFilters, today: string): Condition[] {
  const all = [
    ...within(sql`bid.submitted_on`, filters.submittedFrom, filters.submittedTo),
    ...within(sql`bid.decided_on`, filters.decidedFrom, filters.decidedTo),
  ];
  const closes = within(sql`substr(round.closes_at, 1, 10)`, filters.closesFrom, filters.closesTo);
  if (closes.length > 0) all.push(ofRounds(closes));
  if (filters.year !== null) {
    const { from, to } = daysOfFinancialYear(filters.year);
    const day = sql`coalesce(bid.decided_on, bid.submitted_on, substr(bid.created_at, 1, 10))`;
    all.push(sql`(${sql.join(within(day, from, to), sql` and `)} or ${day} = ${`FY${filters.year}`})`);
  }
  if (filters.deadlineDays !== null) {
    const until = addDays(today, filters.deadlineDays);
    all.push(sql`bid.status in ('draft', 'awaiting_sign_off')`);
    all.push(ofRounds(within(sql`substr(round.closes_at, 1, 10)`, today, until)));
  }
  return all;
}

/** True of a date that may lie within these days: one known to its month or year alone comes before all of its days. */
function within(date: RawBuilder<unknown>, from: string | null, to: string | null): Condition[] {
  const all: Condition[] = [];
  if (from !== null) {
    const mayBeLater = sql`(length(${date}) < 10 and ${date} >= substr(${from}, 1, length(${date})))`;
    all.push(sql`(${date} >= ${from} or ${mayBeLater})`);
  }
  if (to !== null) all.push(sql`${date} <= ${to}`);
  return all;
}

function ofRounds(conditions: readonly Condition[]): Condition {
  return sql`bid.round_id in (select round.id from round where ${sql.join(conditions, sql` and `)})`;
}

/** A bid's fund is its round's; its own stands only where the round is not recorded. */
function ofFunds(fund: Condition, own: Condition): Condition {
  return sql`(bid.round_id in (select round.id from round inner join fund on fund.id = round.fund_id where ${fund})
    or (bid.round_id is null and ${own}))`;
}

function ofFunder(funderId: number): Condition {
  const funds = sql`select fund.id from fund where fund.funder_id = ${funderId}`;
  const known = sql`select fund.id from fund where fund.funder_id is not null`;
  return ofFunds(
    sql`fund.funder_id = ${funderId}`,
    sql`(bid.fund_id in (${funds}) or (bid.funder_id = ${funderId}
      and (bid.fund_id is null or bid.fund_id not in (${known}))))`,
  );
}
