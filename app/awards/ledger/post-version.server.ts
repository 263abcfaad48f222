import { sql } from "kysely";
import type { IsoDay } from "#app/core/calendar-date.ts";
import type { Writer } from "#db/open.server.ts";
import { findNextEffectiveDay, findVersionInForce } from "./in-force.server.ts";

/**
 * Posts what a version changes: with *prev* in force on its day and *next* the first day after it with another one,
 * lines(version) − lines(prev) on its day, and lines(prev) − lines(version) on next's day. A version that arrives
 * late, or takes effect in the past or the future, needs no special case.
 *
 * A line inside another award is posted twice: as gross money of its own award, and as money passed on by the outer.
 *
 * Call with the award's row and the head of the audit log locked, before the version is marked as sealed.
 * @param seq the position: the number of the audit entry that seals the version.
 */
export async function postVersion(
  transaction: Writer,
  version: { id: number; awardId: number; effectiveOn: IsoDay },
  seq: number,
): Promise<void> {
  const previous = await findVersionInForce(transaction, version.awardId, version.effectiveOn);
  const nextDay = await findNextEffectiveDay(transaction, version.awardId, version.effectiveOn);
  const parts = [part(version.id, version.effectiveOn, 1)];
  if (previous) parts.push(part(previous.id, version.effectiveOn, -1));
  if (nextDay) parts.push(part(version.id, nextDay, -1));
  if (previous && nextDay) parts.push(part(previous.id, nextDay, 1));

  await sql`
    insert into posting (
      seq, version_id, award_id, effective_on, partnership_id, financial_year, project_id, priority_id, theme_id,
      stream, fund_id, funder_id, gross_pence, passed_on_pence, not_recorded, approximate_pence, line_count)
    select
      cast(${seq} as bigint), cast(${version.id} as bigint), moved.award_id, part.effective_on,
      moved.partnership_id, moved.financial_year, moved.project_id, moved.priority_id, moved.theme_id,
      moved.stream, moved.fund_id, moved.funder_id,
      sum(part.sign * moved.gross_pence), sum(part.sign * moved.passed_on_pence), sum(part.sign * moved.not_recorded),
      sum(part.sign * moved.approximate_pence), sum(part.sign * moved.line_count)
    from (${sql.join(parts, sql` union all `)}) as part
    join (${movedByLines}) as moved on moved.version_id = part.version_id
    group by
      moved.award_id, part.effective_on, moved.partnership_id, moved.financial_year, moved.project_id,
      moved.priority_id, moved.theme_id, moved.stream, moved.fund_id, moved.funder_id
    having
      sum(part.sign * moved.gross_pence) <> 0 or sum(part.sign * moved.passed_on_pence) <> 0
      or sum(part.sign * moved.not_recorded) <> 0 or sum(part.sign * moved.approximate_pence) <> 0
      or sum(part.sign * moved.line_count) <> 0
    order by moved.partnership_id, moved.award_id, moved.financial_year, moved.stream, moved.fund_id, moved.funder_id`.execute(
    transaction,
  );
}

function part(versionId: number, effectiveOn: IsoDay, sign: 1 | -1) {
  return sql`select cast(${versionId} as bigint) as version_id, cast(${effectiveOn} as text) as effective_on, cast(${sign} as bigint) as sign`;
}

/** Each line as the money it is, and again, where it is inside another award, as the money that one passed on. */
const movedByLines = sql`
  select
    version_id, award_id, partnership_id, financial_year, project_id, priority_id, counted_theme_id as theme_id,
    stream, counted_fund_id as fund_id, counted_funder_id as funder_id,
    coalesce(amount_pence, 0) as gross_pence, 0 as passed_on_pence,
    case when amount_pence is null then 1 else 0 end as not_recorded,
    counted_approximate * coalesce(amount_pence, 0) as approximate_pence, 1 as line_count
  from allocation_line
  union all
  select
    version_id, inside_award_id, inside_partnership_id, inside_financial_year, inside_project_id, inside_priority_id,
    outer_theme_id, inside_stream, counted_fund_id, counted_funder_id,
    0, coalesce(amount_pence, 0), case when amount_pence is null then -1 else 0 end,
    -outer_approximate * coalesce(amount_pence, 0), 0
  from allocation_line
  where inside_award_id is not null`;
