import { type RawBuilder, type SqlBool, sql } from "kysely";
import { addDays } from "#app/core/calendar-date.ts";
import { isLater } from "#app/platform/dates-in-queries.server.ts";

/**
 * The condition under which a bid is late at a UK local time, as its manager is told it of one bid: its round closed before
 * it was submitted, or the answer to the funder or the decision is overdue. Of a decided bid nothing is.
 */
export function isLateAt(now: string): RawBuilder<SqlBool> {
  const today = now.slice(0, 10);
  const isOver = (date: RawBuilder<unknown>) => sql`not ${isLater(date, addDays(today, -1))}`;
  const closes = sql`round.closes_at`;
  const decision = sql`coalesce(bid.expected_decision,
    (select round.decision_expected from round where round.id = bid.round_id))`;
  return sql`((bid.status in ('draft', 'awaiting_sign_off') and exists (select 1 from round
      where round.id = bid.round_id and round.withdrawn_on is null
        and case when ${closes} like '%T%' then ${closes} <= ${now} else ${isOver(closes)} end))
    or (bid.status = 'clarification_requested' and exists (select 1 from bid_clarification as question
      where question.bid_id = bid.id and question.answered_on is null and question.due_on < ${today}))
    or (bid.status in ('submitted', 'clarification_requested', 'reserve') and ${isOver(decision)}))`;
}
