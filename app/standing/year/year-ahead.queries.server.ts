import { type RawBuilder, type SqlBool, sql } from "kysely";
import { awardInScope, inForceOn, isOpen } from "#app/awards/index.server.ts";
import { isBidInScope, LIVE_STATUSES } from "#app/bids/index.server.ts";
import type { IsoDay, PartialDate } from "#app/core/calendar-date.ts";
import type { Context } from "#app/platform/context.server.ts";
import { yearEnd } from "../year-end/year-end.rules.ts";
import {
  countsByMonth,
  type DateRange,
  type EventKind,
  type Month,
  type MonthCounts,
  rangeOf,
} from "./year-ahead.rules.ts";

/** Of each kind, so many of a month are shown: more than anybody works through. */
const AT_MOST = 100;

/** One thing that falls on a date. */
export type YearEvent = {
  kind: EventKind;
  on: PartialDate;
  what: string;
  href: string;
  text: string;
};

/** How much of each kind falls from today on in these months, which follow each other. */
export async function countYear(context: Context, months: readonly Month[]): Promise<MonthCounts[]> {
  const range = rangeOf(months[0] ?? "", months.at(-1) ?? "");
  const counted: { kind: EventKind; on: PartialDate; count: number }[] = [];
  for (const { kind, from, date, condition } of sourcesOf(context)) {
    const { rows } = await sql<{ date: string; count: number }>`
      select date, cast(count(*) as bigint) as count
      from (select substr(${date}, 1, 7) as date from ${from} where ${inRange(date, range, context.today)} and ${condition}) as dated
      group by date`.execute(context.db.read);
    counted.push(...rows.map((row) => ({ kind, on: row.date, count: row.count })));
  }
  return countsByMonth(months, counted);
}

/** What falls in a month from today on, the first first; at most 100 of each kind. */
export async function listMonth(context: Context, month: Month): Promise<YearEvent[]> {
  const range = rangeOf(month, month);
  const events: YearEvent[] = [];
  for (const source of sourcesOf(context)) {
    const { kind, record, date } = source;
    const { rows } = await sql<{ id: number; reference: string; title: string; date: string; what: string }>`
      ${eventsOf(source, range, context.today)}
      order by ${date}, ${sql.ref(`${record}.id`)} limit ${AT_MOST}`.execute(context.db.read);
    events.push(
      ...rows.map((row) => ({
        kind,
        on: row.date,
        what: row.what,
        href: `/${record}s/${row.id}`,
        text: `${row.reference} ${row.title}`,
      })),
    );
  }
  return events.sort((a, b) => a.on.localeCompare(b.on) || a.text.localeCompare(b.text, "en-GB"));
}

function eventsOf({ kind, record, from, date, what, condition }: Source, range: DateRange, today: IsoDay) {
  return sql`select ${date} as date, ${what} as what, ${sql.lit(kind)} as kind, ${sql.lit(record)} as record,
      ${sql.ref(`${record}.reference`)} as reference, ${sql.ref(`${record}.title`)} as title,
      ${sql.ref(`${record}.id`)} as id
    from ${from} where ${inRange(date, range, today)} and ${condition}`;
}

/** All that falls in these months from today on, the first first, however much: the date, what, of which kind and of what. */
export function allEvents(context: Context, first: Month, last: Month) {
  const range = rangeOf(first, last);
  const events = sourcesOf(context).map((source) => eventsOf(source, range, context.today));
  return sql`select date, what, kind, record, reference, title from (${sql.join(events, sql` union all `)}) as events
    order by date, reference, title, what`;
}

const DAY = "2026-11-21".length;
const YEAR = "2026".length;

/** A date within the range and not before today, found in its index; one known to its month alone is over when that is. */
function inRange(
  date: RawBuilder<unknown>,
  { from, before, years }: DateRange,
  today: IsoDay,
): RawBuilder<SqlBool> {
  const between = sql<SqlBool>`(${date} >= ${from} and ${date} < ${before} and length(${date}) > ${sql.lit(YEAR)}
    and (${date} >= ${today} or length(${date}) < ${sql.lit(DAY)}))`;
  return years.length === 0 ? between : sql`(${between} or ${date} in (${sql.join(years)}))`;
}

type Source = {
  kind: EventKind;
  /** Whose page it leads to. */
  record: "bid" | "award";
  from: RawBuilder<unknown>;
  date: RawBuilder<unknown>;
  what: RawBuilder<unknown>;
  condition: RawBuilder<unknown>;
};

function sourcesOf({ scope, today }: Context): Source[] {
  const bids = isBidInScope(scope);
  const awards = awardInScope(scope);
  const { year, endsOn } = yearEnd(today);
  const decisionExpected = sql`case when bid.status in ('draft', 'awaiting_sign_off')
    then 'Decision expected of a bid that is not yet submitted' else 'Decision expected' end`;
  return [
    {
      ...{ kind: "closes", record: "bid" },
      from: sql`bid inner join round on round.id = bid.round_id`,
      date: sql`round.closes_at`,
      what: sql`'Round closes'`,
      condition: sql`bid.status in ('draft', 'awaiting_sign_off') and round.withdrawn_on is null and ${bids}`,
    },
    {
      ...{ kind: "decides", record: "bid" },
      from: sql`bid`,
      date: sql`bid.expected_decision`,
      what: decisionExpected,
      condition: sql`bid.status in (${sql.join(LIVE_STATUSES)}) and ${bids}`,
    },
    {
      // Each date is found in its own index: a bid's above, here the round's of a bid that has none.
      ...{ kind: "decides", record: "bid" },
      from: sql`bid inner join round on round.id = bid.round_id`,
      date: sql`round.decision_expected`,
      what: sql`${decisionExpected} || ' (the round’s date)'`,
      condition: sql`bid.expected_decision is null and bid.status in (${sql.join(LIVE_STATUSES)}) and ${bids}`,
    },
    {
      ...{ kind: "due", record: "award" },
      from: sql`award_return inner join award on award.id = award_return.award_id`,
      date: sql`award_return.due_on`,
      what: sql`'Return due'`,
      condition: sql`award_return.submitted_on is null and award_return.waived_because is null and ${awards}`,
    },
    {
      ...{ kind: "due", record: "award" },
      from: sql`award_condition inner join award on award.id = award_condition.award_id`,
      date: sql`award_condition.due_on`,
      what: sql`'Condition: ' || award_condition.text`,
      condition: sql`award_condition.met_on is null and award_condition.waived_because is null and ${awards}`,
    },
    {
      ...{ kind: "due", record: "award" },
      from: sql`claim_due inner join award on award.id = claim_due.award_id`,
      date: sql`claim_due.due_on`,
      what: sql`'Claim due'`,
      condition: sql`claim_due.claim_id is null and ${isOpen} and ${awards}`,
    },
    {
      ...{ kind: "ends", record: "award" },
      from: sql`award`,
      date: sql`award.delivery_to`,
      what: sql`'Delivery ends'`,
      condition: sql`${awards} and not exists (select 1 from award_version
        where award_version.kind = 'void' and award_version.id = ${inForceOn(today, sql`award.id`)})`,
    },
    {
      ...{ kind: "ends", record: "award" },
      from: sql`award inner join award_version as version on version.id = ${inForceOn(today, sql`award.id`)}`,
      date: sql`cast(${endsOn} as text)`,
      what: sql`'This year’s money ends'`,
      condition: sql`award.id in (select of_year.award_id from allocation_line as of_year
          where of_year.financial_year = ${year})
        and exists (select 1 from allocation_line as line where line.version_id = version.id
          and line.financial_year = ${year} and (line.amount_pence > 0 or line.amount_pence is null))
        and ${isOpen} and ${awards}`,
    },
  ];
}
