import { type SqlBool, sql } from "kysely";
import type { IsoDay } from "#app/core/calendar-date.ts";
import type { Context } from "#app/platform/context.server.ts";
import { awardInScope } from "../award-scope.server.ts";
import { listExtensions } from "../extensions/extensions.queries.server.ts";
import { isOpen, ownedBy } from "../owner/owner.queries.server.ts";
import { returnName } from "../returns/return.rules.ts";
import type { DutyDue } from "./duty.ts";
import { listDutiesOf, standingsOfAwards } from "./standings.queries.server.ts";

/** Of each kind, so many are read: more than anybody works through. */
const AT_MOST = 200;

/**
 * What is due of awards in scope that are not closed up to a day, what is overdue included, the earliest first; at most 200
 * of each kind. @param ownerId of the awards of that owner alone
 */
export async function listDuties(context: Context, until: IsoDay, ownerId?: number): Promise<DutyDue[]> {
  const which =
    ownerId === undefined ? isOpen : sql<SqlBool>`${isOpen} and ${ownedBy(ownerId, context.scope)}`;
  const returns = await context.db.read
    .selectFrom("award_return")
    .innerJoin("award", "award.id", "award_return.award_id")
    .select(["award_return.id", "award.id as awardId", "reference", "title", "due_on as dueOn"])
    .select(["period_from as periodFrom", "period_to as periodTo"])
    .where("submitted_on", "is", null)
    .where("waived_because", "is", null)
    .where("due_on", "<=", until)
    .where(which)
    .where(awardInScope(context.scope))
    .orderBy("due_on")
    .limit(AT_MOST)
    .execute();
  const conditions = await context.db.read
    .selectFrom("award_condition")
    .innerJoin("award", "award.id", "award_condition.award_id")
    .select(["award_condition.id", "award.id as awardId", "reference", "title", "due_on as dueOn", "text"])
    .where("met_on", "is", null)
    .where("waived_because", "is", null)
    .where("due_on", "<=", until)
    .where(which)
    .where(awardInScope(context.scope))
    .orderBy("due_on")
    .limit(AT_MOST)
    .execute();
  return [
    ...returns.map(({ periodFrom, periodTo, ...row }) => ({
      ...row,
      kind: "return" as const,
      what: returnName({ periodFrom, periodTo }),
    })),
    ...conditions.map(({ text, dueOn, ...row }) => ({
      ...row,
      kind: "condition" as const,
      what: `Condition: ${text}`,
      dueOn: dueOn ?? "",
    })),
  ].sort((a, b) => a.dueOn.localeCompare(b.dueOn) || a.id - b.id);
}

/** What an award owes its funder, how it was extended, and where that leaves it today. Call with an award in scope. */
export async function findDuties(context: Context, awardId: number) {
  const duties = await listDutiesOf(context, [awardId]);
  return {
    conditions: duties.conditions,
    returns: duties.returns.map(({ figures: _, ...one }) => one),
    extensions: await listExtensions(context, awardId),
    standing: (await standingsOfAwards(context, [awardId], duties)).get(awardId) ?? null,
    today: context.today,
  };
}
