import { type RawBuilder, sql } from "kysely";
import type { IsoDay } from "#app/core/calendar-date.ts";
import { isLater, isRecordedBy } from "#app/platform/dates-in-queries.server.ts";

/**
 * A query of claims as they stood at the end of a day, as was known at the end of another: id, award_id, claimed_pence,
 * received_pence and status. What was submitted, queried, paid or withdrawn later, or recorded later, had not happened;
 * one that only a document tells of is known from when it was recorded. What is claimed in a draft is what it says today.
 */
export function claimsThen(day: IsoDay, knownAt: IsoDay): RawBuilder<unknown> {
  const byThen = sql`past.happened_on <= ${day} and ${isRecordedBy(sql`past.recorded_at`, knownAt)}`;
  const events = sql`from claim_event as past where past.claim_id = kept.id and ${byThen} and past.action`;
  const sent = sql`(kept.submitted_on is not null and not ${isLater(sql`kept.submitted_on`, day)}
    and not exists (select 1 from claim_event as past where past.claim_id = kept.id and past.action = 'submit'
      and not ${isRecordedBy(sql`past.recorded_at`, knownAt)}))`;
  const received = sql`(select cast(coalesce(sum(came.amount_pence), 0) as bigint) from claim_receipt as came
    where came.claim_id = kept.id and came.received_on <= ${day} and ${isRecordedBy(sql`came.recorded_at`, knownAt)})`;
  const last = (...actions: string[]) =>
    sql`(select past.action ${events} in (${sql.join(actions)}) order by past.id desc limit 1)`;
  return sql`select kept.id, kept.award_id, kept.claimed_pence, ${received} as received_pence,
      case when exists (select 1 ${events} in ('withdraw', 'discard')) then 'withdrawn'
        when not ${sent} then case when ${last("sign", "send_back")} = 'sign' then 'signed' else 'draft' end
        when ${last("query", "answer", "record_receipt", "take_back_receipt")} = 'query' then 'queried'
        when kept.claimed_pence is not null and ${received} >= kept.claimed_pence then 'paid'
        when ${received} > 0 then 'part_paid' else 'submitted' end as status
    from claim as kept
    where ${isRecordedBy(sql`kept.recorded_at`, knownAt)} and (${sent} or ${isRecordedBy(sql`kept.recorded_at`, day)})`;
}
