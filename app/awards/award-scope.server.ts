import { type RawBuilder, type SqlBool, sql } from "kysely";
import { isBidInScope, written } from "#app/bids/index.server.ts";
import type { Scope } from "#app/platform/context.server.ts";

/**
 * The condition under which an award may be read: the person belongs to one of its partnerships, or to the one that
 * recorded it. Every partner reads the whole of a joint award. For queries that have `award` among their tables.
 */
export function awardInScope(scope: Scope): RawBuilder<SqlBool> {
  if (scope.all) return sql`1 = 1`;
  const ids = written(scope.partnershipIds);
  // The sum keeps the planner from asking for each of many partnerships in turn: an award has a few, and these are read.
  return sql`(award.recorded_by_partnership_id in (${ids}) or exists (
    select 1 from award_partnership as part where part.award_id = award.id and part.partnership_id + 0 in (${ids})))`;
}

/**
 * The condition under which the people of one of these partnerships write an award: it is the lead, or any partner where no
 * lead is recorded, as `writingPartnerships` says of one award. For queries that have `award` among their tables.
 */
export function awardWrittenBy(partnershipIds: readonly number[]): RawBuilder<SqlBool> {
  const ids = written(partnershipIds);
  return sql`exists (select 1 from award_partnership as writer
    where writer.award_id = award.id and writer.partnership_id in (${ids}) and (writer.part = 'lead'
      or not exists (select 1 from award_partnership as lead where lead.award_id = award.id and lead.part = 'lead')))`;
}

/** The condition under which the bid that an award came of may be read. For queries that have `bid` among their tables. */
export const bidOfAwardInScope = isBidInScope;
