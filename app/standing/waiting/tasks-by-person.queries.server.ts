import { sql } from "kysely";
import { awardInScope } from "#app/awards/index.server.ts";
import { isBidInScope } from "#app/bids/index.server.ts";
import type { IsoDay } from "#app/core/calendar-date.ts";
import type { Context } from "#app/platform/context.server.ts";

/** More people than have tasks in a partnership. */
const PEOPLE = 50;

/** What waits on one person by name: their open tasks on records that the actor may read. */
export type TasksOfPerson = { personId: number; name: string; open: number; late: number; nextDueOn: IsoDay };

/** Who has open tasks, those with the earliest due first; at most so many people. */
export async function tasksByPerson(
  { db, scope, today }: Context,
  most: number = PEOPLE,
): Promise<TasksOfPerson[]> {
  const { rows } = await sql<TasksOfPerson>`
    select person.id as "personId", person.name, cast(count(*) as bigint) as open,
      cast(sum(case when task.due_on < ${today} then 1 else 0 end) as bigint) as late,
      min(task.due_on) as "nextDueOn"
    from task inner join person on person.id = task.assignee_id
      left join bid on bid.id = task.bid_id left join award on award.id = task.award_id
    where task.outcome is null and (${isBidInScope(scope)} or ${awardInScope(scope)})
    group by person.id, person.name order by min(task.due_on), person.id limit ${most}`.execute(db.read);
  return rows;
}
