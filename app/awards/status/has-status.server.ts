import { type Expression, expressionBuilder, type RawBuilder, type SqlBool, sql } from "kysely";
import { addDays, type IsoDay } from "#app/core/calendar-date.ts";
import { financialYearOf } from "#app/core/financial-year.ts";
import type { DatabaseSchema } from "#db/schema.ts";
import { owesFunder } from "../repayment-due/repayment-due.server.ts";
import { AWARD_STATUSES, type AwardStatus, SOON_DAYS } from "./award-status.rules.ts";

/** For queries that have `award` and its version in force, as `version`, among their tables. */
type Tables = DatabaseSchema & { version: DatabaseSchema["award_version"] };
const e = expressionBuilder<Tables, "award" | "version">();

/**
 * The condition under which an award stands at a status on a day: as `standingOfAward` says it of one award, so that what
 * is more pressing does not hold of it. @param evenOnHold of one on hold, whether it would stand so if it were not
 */
export function hasStatus(
  status: AwardStatus,
  today: IsoDay,
  { evenOnHold = false }: { evenOnHold?: boolean } = {},
): Expression<SqlBool> {
  const morePressing = AWARD_STATUSES.slice(0, AWARD_STATUSES.indexOf(status)).filter(
    (each) => each !== "on_hold" || !evenOnHold,
  );
  const not = morePressing.map((each) => e.not(HOLDS[each](today)));
  return e.and([HOLDS[status](today), ...not]);
}

/**
 * The condition under which an award is late: something is overdue, or to be repaid, and it is not closed. One on hold is
 * late all the same.
 */
export function isLateOn(today: IsoDay): Expression<SqlBool> {
  return e.and([e.or([HOLDS.overdue(today), HOLDS.repayment_due(today)]), e.not(HOLDS.closed(today))]);
}

/** Where an award stands on a day: the first status, from the most pressing on, that holds of it. */
export function statusOn(today: IsoDay): RawBuilder<AwardStatus> {
  const branches = AWARD_STATUSES.map((status) => sql`when ${HOLDS[status](today)} then ${sql.lit(status)}`);
  return sql<AwardStatus>`(case ${sql.join(branches, sql` `)} end)`;
}

const HOLDS: Record<AwardStatus, (today: IsoDay) => Expression<SqlBool>> = {
  closed: () =>
    e.or([
      e.and([e("version.kind", "is not", null), e("version.kind", "=", "void")]),
      e.exists(
        e
          .selectFrom("award_closure")
          .select("award_closure.id")
          .whereRef("award_closure.award_id", "=", "award.id")
          .where("reopened_on", "is", null),
      ),
    ]),
  on_hold: () =>
    e.exists(
      e
        .selectFrom("award_hold")
        .select("award_hold.id")
        .whereRef("award_hold.award_id", "=", "award.id")
        .where("lifted_on", "is", null),
    ),
  repayment_due: (today) => owesFunder(today),
  overdue: (today) =>
    e.or([
      e.exists(openReturns().where("due_on", "<", today)),
      e.exists(
        e
          .selectFrom("claim_due")
          .select("claim_due.id")
          .whereRef("claim_due.award_id", "=", "award.id")
          .where("claim_id", "is", null)
          .where("due_on", "<", today),
      ),
      e.exists(
        e
          .selectFrom("award_condition")
          .select("award_condition.id")
          .whereRef("award_condition.award_id", "=", "award.id")
          .where("met_on", "is", null)
          .where("waived_because", "is", null)
          .where("due_on", "<", today)
          // A month or a year that is not over is not late.
          .where("due_on", "not in", [today.slice(0, 7), today.slice(0, 4)]),
      ),
    ]),
  report_due_soon: (today) => e.exists(openReturns().where("due_on", "<=", addDays(today, SOON_DAYS))),
  completed: (today) => {
    const end = e.fn.coalesce("award.delivery_to", e.val("9999"));
    return e.or([
      e.and([e(end, "<", today), e(end, "not in", [today.slice(0, 7), today.slice(0, 4)])]),
      e.and([e(end, ">=", "FY"), e(end, "<", `FY${financialYearOf(today)}`)]),
    ]);
  },
  agreement_pending: (today) => {
    const year = financialYearOf(today);
    return e.or([
      e.exists(agreements().where("financial_year", "=", year).where("signed_on", "is", null)),
      e.and([
        e.exists(agreements().where("financial_year", "is", null).where("signed_on", "is", null)),
        e.not(e.exists(agreements().where("financial_year", "=", year))),
      ]),
    ]);
  },
  offered: () =>
    e.and([
      e.exists(
        e
          .selectFrom("award_terms")
          .select("award_terms.award_id")
          .whereRef("award_terms.award_id", "=", "award.id")
          .where("offered_on", "is not", null)
          .where("accepted_on", "is", null),
      ),
      e.not(e.exists(agreements().where("signed_on", "is not", null))),
    ]),
  active: () => e(e.lit(1), "=", e.lit(1)),
};

/** Found in the index of those that are not submitted yet. */
function openReturns() {
  return e
    .selectFrom("award_return")
    .select("award_return.id")
    .whereRef("award_return.award_id", "=", "award.id")
    .where("submitted_on", "is", null)
    .where("waived_because", "is", null);
}

function agreements() {
  return e
    .selectFrom("award_agreement")
    .select("award_agreement.id")
    .whereRef("award_agreement.award_id", "=", "award.id");
}
