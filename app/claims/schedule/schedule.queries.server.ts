import { type SqlBool, sql } from "kysely";
import { awardInScope, isOpen, ownedBy } from "#app/awards/index.server.ts";
import { claimDueName, type DutyDue } from "#app/awards/index.ts";
import type { IsoDay } from "#app/core/calendar-date.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { Reader, Writer } from "#db/open.server.ts";
import type { ClaimDue, ClaimSchedule } from "./schedule.ts";

/** So many are read: more than anybody works through. */
const AT_MOST = 200;

/** How often the funder of an award asks for claims; null where it is not recorded. Call with an award in scope. */
export async function findSchedule(reader: Reader | Writer, awardId: number): Promise<ClaimSchedule | null> {
  const schedule = await reader
    .selectFrom("claim_schedule")
    .select(["rhythm", "payment", "period_from as periodFrom", "period_to as periodTo"])
    .select(["due_days as dueDays", "unit", "unit_pence as unitPence", "version"])
    .where("award_id", "=", awardId)
    .executeTakeFirst();
  return schedule ?? null;
}

/** The claims that are due of an award, in the order of their periods. Call with an award in scope. */
export async function listDues(reader: Reader | Writer, awardId: number): Promise<ClaimDue[]> {
  const rows = await reader
    .selectFrom("claim_due")
    .leftJoin("claim", "claim.id", "claim_due.claim_id")
    .select(["claim_due.id", "claim_due.period_from as periodFrom", "claim_due.period_to as periodTo"])
    .select(["due_on as dueOn", "claim.id as claimId", "claim.number"])
    .where("claim_due.award_id", "=", awardId)
    .orderBy("claim_due.period_from")
    .execute();
  return rows.map(({ claimId, number, ...due }) => ({
    ...due,
    claim: claimId === null || number === null ? null : { id: claimId, number },
  }));
}

/**
 * The claims of awards in scope that are not closed that are due up to a day and not submitted, the earliest first; at most
 * 200. @param ownerId of the awards of that owner alone
 */
export async function listClaimsDue(context: Context, until: IsoDay, ownerId?: number): Promise<DutyDue[]> {
  const which =
    ownerId === undefined ? isOpen : sql<SqlBool>`${isOpen} and ${ownedBy(ownerId, context.scope)}`;
  const rows = await context.db.read
    .selectFrom("claim_due")
    .innerJoin("award", "award.id", "claim_due.award_id")
    .select(["claim_due.id", "award.id as awardId", "award.reference", "award.title", "due_on as dueOn"])
    .select(["period_from as periodFrom", "period_to as periodTo"])
    .where("claim_id", "is", null)
    .where("due_on", "<=", until)
    .where(which)
    .where(awardInScope(context.scope))
    .orderBy("due_on")
    .orderBy("claim_due.id")
    .limit(AT_MOST)
    .execute();
  return rows.map(({ periodFrom, periodTo, ...row }) => ({
    ...row,
    kind: "claim",
    what: claimDueName({ periodFrom, periodTo }),
  }));
}
