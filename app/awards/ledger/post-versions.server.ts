import { sql } from "kysely";
import type { IsoDay } from "#app/core/calendar-date.ts";
import type { Writer } from "#db/open.server.ts";

/** A version that is about to be sealed; `seq` is the number of the audit entry that seals it. */
export type VersionToPost = { id: number; awardId: number; effectiveOn: IsoDay; seq: number };

/**
 * Posts what versions change, each of another award: with *previous* in force on its day and *next* the first day
 * after it with another one, lines(version) − lines(previous) on its day, and lines(previous) − lines(version) on
 * next's day. A version that arrives late, or takes effect in the past or the future, needs no special case.
 *
 * A line inside another award is posted twice: as gross money of its own award, and as money passed on by the outer.
 *
 * Postings get their numbers in one order, whichever way an engine finds them: the same versions give the same ledger.
 *
 * Call with the awards' rows and the head of the audit log locked, before the versions are marked as sealed.
 */
export async function postVersions(transaction: Writer, versions: readonly VersionToPost[]): Promise<void> {
  const posted = versions.map(
    ({ id, awardId, effectiveOn, seq }) =>
      sql`(cast(${seq} as bigint), cast(${id} as bigint), cast(${awardId} as bigint), cast(${effectiveOn} as text))`,
  );
  await sql`
    insert into posting (
      seq, version_id, award_id, effective_on, partnership_id, financial_year, project_id, priority_id, theme_id,
      stream, fund_id, funder_id, gross_pence, passed_on_pence, not_recorded, approximate_pence, line_count)
    with posted (seq, version_id, award_id, effective_on) as (values ${sql.join(posted)}),
    placed as (
      select seq, version_id, effective_on,
        (select earlier.id from award_version as earlier
          where earlier.award_id = posted.award_id and earlier.sealed_at is not null
            and earlier.effective_on <= posted.effective_on
          order by earlier.effective_on desc, earlier.seq desc limit 1) as previous_id,
        (select min(later.effective_on) from award_version as later
          where later.award_id = posted.award_id and later.sealed_at is not null
            and later.effective_on > posted.effective_on) as next_day
      from posted),
    part as (
      select seq, version_id as cause_id, version_id, effective_on, 1 as sign from placed
      union all
      select seq, version_id, previous_id, effective_on, -1 from placed where previous_id is not null
      union all
      select seq, version_id, version_id, next_day, -1 from placed where next_day is not null
      union all
      select seq, version_id, previous_id, next_day, 1 from placed
      where previous_id is not null and next_day is not null)
    select
      seq, cause_id, award_id, effective_on, partnership_id, financial_year, project_id, priority_id, theme_id,
      stream, fund_id, funder_id,
      sum(sign * gross_pence), sum(sign * passed_on_pence), sum(sign * not_recorded), sum(sign * approximate_pence),
      sum(sign * line_count)
    from (${ownMoney} union all ${moneyPassedOn}) as moved
    group by
      seq, cause_id, award_id, effective_on, partnership_id, financial_year, project_id, priority_id, theme_id,
      stream, fund_id, funder_id
    having
      sum(sign * gross_pence) <> 0 or sum(sign * passed_on_pence) <> 0 or sum(sign * not_recorded) <> 0
      or sum(sign * approximate_pence) <> 0 or sum(sign * line_count) <> 0
    order by partnership_id, award_id, financial_year, stream, fund_id, funder_id, effective_on, seq, cause_id,
      project_id, priority_id, theme_id`.execute(transaction);
}

/** Each line as the money it is. */
const ownMoney = sql`
  select
    part.seq, part.cause_id, part.effective_on, part.sign, line.award_id, line.partnership_id, line.financial_year,
    line.project_id, line.priority_id, line.counted_theme_id as theme_id, line.stream,
    line.counted_fund_id as fund_id, line.counted_funder_id as funder_id,
    coalesce(line.amount_pence, 0) as gross_pence, 0 as passed_on_pence,
    case when line.amount_pence is null then 1 else 0 end as not_recorded,
    line.counted_approximate * coalesce(line.amount_pence, 0) as approximate_pence, 1 as line_count
  from part join allocation_line as line on line.version_id = part.version_id`;

/** Each line inside another award again, as the money that one passed on. */
const moneyPassedOn = sql`
  select
    part.seq, part.cause_id, part.effective_on, part.sign, line.inside_award_id, line.inside_partnership_id,
    line.inside_financial_year, line.inside_project_id, line.inside_priority_id, line.outer_theme_id,
    line.inside_stream, line.counted_fund_id, line.counted_funder_id,
    0, coalesce(line.amount_pence, 0), case when line.amount_pence is null then -1 else 0 end,
    -line.outer_approximate * coalesce(line.amount_pence, 0), 0
  from part join allocation_line as line on line.version_id = part.version_id
  where line.inside_award_id is not null`;
