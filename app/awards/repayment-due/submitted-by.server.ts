import { type RawBuilder, type SqlBool, sql } from "kysely";
import { asKnown } from "#app/audit/index.server.ts";
import type { IsoDay } from "#app/core/calendar-date.ts";
import { isRecordedBy } from "#app/platform/dates-in-queries.server.ts";
import { STATUSES_NOT_CLAIMED } from "./repayment-due.rules.ts";

/**
 * Claims that had been submitted by the end of a day, as is known at a position, by default now; of one that only a document
 * tells of, by when it was recorded.
 */
export function submittedBy(day: IsoDay, position: number | null = null): RawBuilder<SqlBool> {
  return sql<SqlBool>`((claim.status not in (${sql.join(STATUSES_NOT_CLAIMED)}) or exists (select 1
      from ${asKnown("claim_event", position)} where claim_event.claim_id = claim.id and claim_event.action = 'withdraw'
        and claim.submitted_on is not null and claim_event.happened_on > ${day}))
    and (claim.submitted_on <= ${day}
      or (claim.submitted_on is null and ${isRecordedBy(sql`claim.recorded_at`, day)})))`;
}
