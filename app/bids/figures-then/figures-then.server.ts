import { type RawBuilder, sql } from "kysely";
import type { IsoDay } from "#app/core/calendar-date.ts";
import { isRecordedBy } from "#app/platform/dates-in-queries.server.ts";

/**
 * What a bid requested at the end of a day, pence: what the first change after it took away, or what it requests now. For
 * queries that have `bid` among their tables.
 * @param knownTo the position in the audit log after which no change is known; null where all that is known now counts.
 */
export function requestedThen(
  day: IsoDay,
  today: IsoDay,
  knownTo: number | null = null,
): RawBuilder<number | null> {
  const now = sql<number | null>`bid.requested_pence`;
  if (knownTo === null) return day >= today ? now : then("bid_requested_before", "requested_pence", day, now);
  const isUnknown = sql`exists (select 1 from bid_requested_before_known as entry
    where entry.id = kept.id and entry.seq > ${knownTo})`;
  return then("bid_requested_before", "requested_pence", day, now, isUnknown);
}

/** How that amount was known at the end of a day: "exact", "approximate" or "not_recorded". For queries that have `bid`. */
export function requestedBasisThen(day: IsoDay, today: IsoDay): RawBuilder<string> {
  const now = sql<string>`bid.requested_basis`;
  return day >= today ? now : then("bid_requested_before", "requested_basis", day, now);
}

/** How likely a bid was said to be at the end of a day, per cent; null where nobody said. For queries that have `bid`. */
export function likelihoodThen(day: IsoDay, today: IsoDay): RawBuilder<number | null> {
  const now = sql<number | null>`(select bid_likelihood.percent from bid_likelihood
    where bid_likelihood.bid_id = bid.id)`;
  return day >= today ? now : then("bid_likelihood_before", "percent", day, now);
}

/** A figure that was not known is kept as that, so that it is asked for first whether there was a change. */
function then<Figure>(
  table: string,
  column: string,
  day: IsoDay,
  now: RawBuilder<Figure>,
  isUnknown: RawBuilder<unknown> = sql`1 = 0`,
) {
  const later = sql`from ${sql.table(table)} as kept
    where kept.bid_id = bid.id and (not ${isRecordedBy(sql`kept.until`, day)} or ${isUnknown})`;
  return sql<Figure>`case when exists (select 1 ${later})
    then (select kept.${sql.ref(column)} ${later} order by kept.until, kept.id limit 1) else ${now} end`;
}
