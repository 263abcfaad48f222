import { type RawBuilder, type Selectable, type SqlBool, sql } from "kysely";
import type { IsoDay } from "#app/core/calendar-date.ts";
import { isLater, isRecordedBy } from "#app/platform/dates-in-queries.server.ts";
import type { DatabaseSchema } from "#db/schema.ts";
import { requestedBasisThen, requestedThen } from "./figures-then.server.ts";
import { bidRecordedBy, bidStatusThen } from "./status-then.server.ts";

/** How things stood at the end of a day, as the register knew it at the end of another. */
export type BidMoment = { asAt: IsoDay; knownAt: IsoDay };

/** What has no day of its own, like the amount that a bid requests, counts as it was said on the earlier of both days. */
export function earlierOf({ asAt, knownAt }: BidMoment): IsoDay {
  return asAt < knownAt ? asAt : knownAt;
}

type Bid = Omit<
  Selectable<DatabaseSchema["bid"]>,
  "purpose" | "note" | "created_by" | "version" | "source_document_id" | "source_paragraph"
>;

/**
 * The bids of a moment, to be named `bid` where that stands in a query: status, amount requested and its basis (pence), and the
 * days of sending and of decision as far as they had come. What else a bid says is as it is recorded today. A bid that
 * by the day was not begun is none of them. The table itself where the moment is now.
 */
export function bidsThen(moment: BidMoment, today: IsoDay): RawBuilder<Bid> {
  const { asAt, knownAt } = moment;
  if (asAt >= today && knownAt >= today) return sql<Bid>`bid`;
  const said = earlierOf(moment);
  return sql<Bid>`(select judged.id, judged.reference, judged.title, judged.status, judged.round_id, judged.fund_id,
      judged.funder_id, judged.recorded_by_partnership_id, judged.accountable_body_id, judged.expected_decision,
      judged.lead_officer, judged.created_at, judged.requested_pence, judged.requested_basis,
      case when judged.status in ('draft', 'awaiting_sign_off') or ${isLater(sql`judged.submitted_on`, asAt)}
        then null else judged.submitted_on end as submitted_on,
      case when (judged.status <> judged.status_now and judged.status not in ${DECIDED})
        or ${isLater(sql`judged.decided_on`, asAt)} then null else judged.decided_on end as decided_on
    from (select bid.id, bid.reference, bid.title, bid.round_id, bid.fund_id, bid.funder_id,
        bid.recorded_by_partnership_id, bid.accountable_body_id, bid.expected_decision, bid.lead_officer,
        bid.created_at, bid.submitted_on, bid.decided_on, bid.status as status_now,
        ${statusAsAt(moment, today)} as status, ${requestedThen(said, today)} as requested_pence,
        ${requestedBasisThen(said, today)} as requested_basis
      from bid where ${bidRecordedBy(knownAt, today)}) as judged
    where ${hadBegun(asAt, today)})`;
}

const DECIDED = sql`('awarded', 'part_awarded', 'unsuccessful')`;

/**
 * What a bid was at the end of a day. A decision whose day is not known is known today and not before; a bid that was
 * sent later, by its date, was still a draft; one that was withdrawn later was what it was withdrawn from.
 */
function statusAsAt({ asAt, knownAt }: BidMoment, today: IsoDay): RawBuilder<unknown> {
  const known = bidStatusThen(knownAt, today);
  if (asAt >= today) return known;
  const byThen = knownAt >= today ? sql`1 = 1` : isRecordedBy(sql`event.at`, knownAt);
  return sql`case
    when ${isLater(sql`bid.submitted_on`, asAt)} then 'draft'
    when ${known} in ${DECIDED}
      and (bid.decided_on is null or ${isLater(sql`bid.decided_on`, asAt)}) then 'submitted'
    when ${known} = 'withdrawn' then coalesce((select case when ${happenedLater(asAt)} then event.from_status end
        from bid_event as event where event.bid_id = bid.id and event.to_status = 'withdrawn' and ${byThen}
        order by event.id desc limit 1), 'withdrawn')
    else ${known} end`;
}

/** True of an event after a day: by the day that is stated, else by when it was recorded. */
function happenedLater(day: IsoDay): RawBuilder<SqlBool> {
  return sql`(case when event.happened_on is null then not ${isRecordedBy(sql`event.at`, day)}
    else ${isLater(sql`event.happened_on`, day)} end)`;
}

/** True of a bid that was more than a draft, or a draft that the register held by the day. */
function hadBegun(asAt: IsoDay, today: IsoDay): RawBuilder<SqlBool> {
  if (asAt >= today) return sql`1 = 1`;
  return sql`(judged.status not in ('draft', 'awaiting_sign_off')
    or ${isRecordedBy(sql`judged.created_at`, asAt)})`;
}
