import { type RawBuilder, sql } from "kysely";
import { asKnown } from "#app/audit/index.server.ts";
import type { IsoDay } from "#app/core/calendar-date.ts";
import { isLater, isRecordedBy } from "#app/platform/dates-in-queries.server.ts";

/**
 * A query of claims as they stood at the end of a day, as is known at a position in the audit log; null is now: id, award_id,
 * claimed_pence, received_pence and status. What was submitted, queried, paid or withdrawn later had not happened; one
 * that only a document tells of counts from when it was recorded.
 */
export function claimsThen(day: IsoDay, position: number | null): RawBuilder<unknown> {
  const byThen = sql`past.happened_on <= ${day}`;
  const known = asKnown("claim_event", position, "past");
  const events = sql`from ${known} where past.claim_id = kept.id and ${byThen} and past.action`;
  const sent = sql`(kept.submitted_on is not null and not ${isLater(sql`kept.submitted_on`, day)})`;
  const received = sql`(select cast(coalesce(sum(came.amount_pence), 0) as bigint)
    from ${asKnown("claim_receipt", position, "came")} where came.claim_id = kept.id and came.received_on <= ${day})`;
  const last = (...actions: string[]) =>
    sql`(select past.action ${events} in (${sql.join(actions)}) order by past.id desc limit 1)`;
  return sql`select kept.id, kept.award_id, kept.claimed_pence, ${received} as received_pence,
      case when exists (select 1 ${events} in ('withdraw', 'discard')) then 'withdrawn'
        when not ${sent} then case when ${last("sign", "send_back")} = 'sign' then 'signed' else 'draft' end
        when ${last("query", "answer", "record_receipt", "take_back_receipt")} = 'query' then 'queried'
        when kept.claimed_pence is not null and ${received} >= kept.claimed_pence then 'paid'
        when ${received} > 0 then 'part_paid' else 'submitted' end as status
    from ${asKnown("claim", position, "kept")}
    where ${sent} or ${isRecordedBy(sql`kept.recorded_at`, day)}`;
}
