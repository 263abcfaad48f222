import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { IsoDay } from "#app/core/calendar-date.ts";
import { isRecordedBy } from "#app/platform/dates-in-queries.server.ts";
import type { BidStatus } from "../bid.status.ts";

/**
 * What the register said that a bid was at the end of a day: the last of its events that was recorded by then, else what
 * the first one that came later moved it from; what has no event was entered as it is. For queries that have `bid`.
 */
export function bidStatusThen(day: IsoDay, today: IsoDay): RawBuilder<BidStatus> {
  if (day >= today) return sql<BidStatus>`bid.status`;
  const byThen = isRecordedBy(sql`event.at`, day);
  return sql<BidStatus>`coalesce(
    (select event.to_status from bid_event as event where event.bid_id = bid.id and ${byThen}
      order by event.id desc limit 1),
    (select event.from_status from bid_event as event where event.bid_id = bid.id order by event.id limit 1),
    bid.status)`;
}

/** True of a bid that the register knew at the end of a day. For queries that have `bid`. */
export function bidRecordedBy(day: IsoDay, today: IsoDay): RawBuilder<SqlBool> {
  return day >= today ? sql<SqlBool>`1 = 1` : isRecordedBy(sql`bid.created_at`, day);
}
