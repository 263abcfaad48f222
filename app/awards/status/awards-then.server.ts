import { type RawBuilder, type SqlBool, sql } from "kysely";
import { asKnown } from "#app/audit/index.server.ts";
import { addDays, type IsoDay } from "#app/core/calendar-date.ts";
import { financialYearOf } from "#app/core/financial-year.ts";
import type { Context } from "#app/platform/context.server.ts";
import { isLater, isRecordedBy } from "#app/platform/dates-in-queries.server.ts";
import { awardInScope } from "../award-scope.server.ts";
import { inForceOn } from "../ledger/in-force.server.ts";
import { owesFunder } from "../repayment-due/repayment-due.server.ts";
import { AWARD_STATUSES, type AwardStatus, SOON_DAYS } from "./award-status.rules.ts";

/**
 * A query of the awards that the actor may read as they stood at the end of a day, from what is known today: id, status,
 * pence and how they are known; an award without a version in force on that day is left out. What happened later did not count then: a
 * signature, a return, a claim, an extension. A waiver counts from when it was last saved.
 */
export function awardsThen({ scope }: Pick<Context, "scope">, day: IsoDay): RawBuilder<unknown> {
  return sql`select award.id, version.amount_pence as pence, version.amount_basis as basis, ${statusThen(day)} as status
    from award inner join award_version as version on version.id = ${inForceOn(day, sql<number>`award.id`)}
    where ${awardInScope(scope)}`;
}

/** The end of a day, as it was known at a position in the audit log; without one, as it is known now. */
export type DayAsKnown = { day: IsoDay; position: number | null };

/** Where an award stood at the end of an earlier day, by its `version` then in force. */
export function statusThen(day: IsoDay, position: number | null = null): RawBuilder<AwardStatus> {
  const then = { day, position };
  const branches = AWARD_STATUSES.map((status) => sql`when ${HELD[status](then)} then ${sql.lit(status)}`);
  return sql<AwardStatus>`(case ${sql.join(branches, sql` `)} end)`;
}

/** The condition under which an award was closed at the end of a day. For queries with `award` and its `version` then in force. */
export function isClosedThen(day: IsoDay, position: number | null): RawBuilder<SqlBool> {
  return HELD.closed({ day, position });
}

/** As `hasStatus` says it of today, of an earlier day. */
const HELD: Record<AwardStatus, (then: DayAsKnown) => RawBuilder<SqlBool>> = {
  closed: ({ day, position }) => sql`(version.kind = 'void' or exists (select 1
    from ${asKnown("award_closure", position)} where award_closure.award_id = award.id and award_closure.closed_on <= ${day}
      and (award_closure.reopened_on is null or award_closure.reopened_on > ${day})))`,
  on_hold: ({ day, position }) => sql`exists (select 1 from ${asKnown("award_hold", position)}
    where award_hold.award_id = award.id and award_hold.held_from <= ${day}
      and (award_hold.lifted_on is null or award_hold.lifted_on > ${day}))`,
  repayment_due: ({ day, position }) => owesFunder(day, position),
  overdue: ({
    day,
    position,
  }) => sql`(exists (select 1 ${openReturnsThen(day, position)} and award_return.due_on < ${day})
    or exists (select 1 ${claimsDueThen(day, position)} and claim_due.due_on < ${day})
    or exists (select 1 ${openConditionsThen(day, position)} and award_condition.due_on < ${day}
      and award_condition.due_on not in (${day.slice(0, 7)}, ${day.slice(0, 4)})))`,
  report_due_soon: ({ day, position }) =>
    sql`exists (select 1 ${openReturnsThen(day, position)} and award_return.due_on <= ${addDays(day, SOON_DAYS)})`,
  completed: (then) =>
    sql`(${endOn(then)} is not null and not ${isLater(endOn(then), addDays(then.day, -1))})`,
  agreement_pending: ({ day, position }) => {
    const year = financialYearOf(day);
    const agreements = agreementsOf(position);
    return sql`(exists (${agreements} and award_agreement.financial_year = ${year} and not ${signedBy(day)})
      or (exists (${agreements} and award_agreement.financial_year is null and not ${signedBy(day)})
        and not exists (${agreements} and award_agreement.financial_year = ${year})))`;
  },
  offered: ({ day, position }) => sql`(exists (select 1 from ${asKnown("award_terms", position)}
      where award_terms.award_id = award.id and award_terms.offered_on is not null
        and not ${isLater(sql`award_terms.offered_on`, day)}
        and (award_terms.accepted_on is null or ${isLater(sql`award_terms.accepted_on`, day)}))
    and not exists (${agreementsOf(position)} and ${signedBy(day)}))`,
  active: () => sql`1 = 1`,
};

/** What was to be sent and was not by the end of a day, of what is known at a position. */
export function openReturnsThen(day: IsoDay, position: number | null): RawBuilder<unknown> {
  return sql`from ${asKnown("award_return", position)} where award_return.award_id = award.id
    and (award_return.submitted_on is null or award_return.submitted_on > ${day})
    and (award_return.waived_because is null or not ${isRecordedBy(sql`award_return.saved_at`, day)})`;
}

/** Claims that were due and that no claim had been submitted for by the end of a day. */
export function claimsDueThen(day: IsoDay, position: number | null): RawBuilder<unknown> {
  return sql`from ${asKnown("claim_due", position)} left join ${asKnown("claim", position, "settling")} on settling.id = claim_due.claim_id
    where claim_due.award_id = award.id and (settling.submitted_on is null or settling.submitted_on > ${day})`;
}

/** Conditions that were not met and not waived by the end of a day, of what is known at a position. */
export function openConditionsThen(day: IsoDay, position: number | null): RawBuilder<unknown> {
  return sql`from ${asKnown("award_condition", position)} where award_condition.award_id = award.id
    and (award_condition.met_on is null or ${isLater(sql`award_condition.met_on`, day)})
    and (award_condition.waived_because is null or not ${isRecordedBy(sql`award_condition.saved_at`, day)})`;
}

function agreementsOf(position: number | null) {
  return sql`select 1 from ${asKnown("award_agreement", position)} where award_agreement.award_id = award.id`;
}

function signedBy(day: IsoDay) {
  const signed = sql`award_agreement.signed_on`;
  return sql`(${signed} is not null and not ${isLater(signed, day)})`;
}

/** The end of delivery as it was agreed by a day: what the first later extension moved it from, or one not known yet. */
function endOn({ day, position }: DayAsKnown) {
  const known = sql`select known.id from ${asKnown("award_extension", position, "known")}`;
  const later = sql`from award_extension where award_extension.award_id = award.id
    and (not ${isRecordedBy(sql`award_extension.recorded_at`, day)}
      ${position === null ? sql`` : sql`or award_extension.id not in (${known} where known.award_id = award.id)`})`;
  return sql`(case when exists (select 1 ${later})
    then (select award_extension.delivery_to_before ${later} order by award_extension.id limit 1)
    else award.delivery_to end)`;
}
