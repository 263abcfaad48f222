import { type SqlBool, sql } from "kysely";
import { awardInScope } from "#app/awards/index.server.ts";
import { isBidInScope } from "#app/bids/index.server.ts";
import type { IsoDay } from "#app/core/calendar-date.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { OpenTask, TaskCursor, Whose } from "./open-task.ts";

/**
 * Open tasks on the records that the actor may read: what is due first stands first.
 * @param options.whose the actor's own, everybody's, or everybody's that are late.
 * @param options.until the last day that counts, ISO; left out, every day does.
 */
export async function listOpenTasks(
  context: Context,
  options: { whose: Whose; limit: number; after?: TaskCursor | null; until?: IsoDay },
): Promise<{ tasks: OpenTask[]; next: TaskCursor | null }> {
  const { whose, limit, after = null, until } = options;
  const rows = await openTasks(context, whose)
    .select(["task.id", "task.what", "task.due_on as dueOn", "task.bid_id", "task.award_id"])
    .select(["person.id as assigneeId", "person.name as assignee"])
    .select((e) => [
      e.fn.coalesce("bid.reference", "award.reference").as("reference"),
      e.fn.coalesce("bid.title", "award.title").as("title"),
    ])
    .$if(until !== undefined, (query) => query.where("task.due_on", "<=", until ?? ""))
    .$if(after !== null, (query) =>
      query.where(sql<SqlBool>`(task.due_on, task.id) > (${after?.dueOn ?? ""}, ${after?.id ?? 0})`),
    )
    .orderBy("task.due_on")
    .orderBy("task.id")
    .limit(limit + 1)
    .execute();
  const tasks = rows.slice(0, limit).map(({ bid_id, award_id, reference, title, ...row }) => ({
    ...row,
    href: bid_id === null ? `/awards/${award_id}` : `/bids/${bid_id}`,
    caption: `${reference} ${title}`,
  }));
  const last = tasks.at(-1);
  const next = rows.length > limit && last ? { dueOn: last.dueOn, id: last.id } : null;
  return { tasks, next };
}

/** The open tasks on the records that the actor may read, with whose they are. In no order. */
export function openTasks(context: Context, whose: Whose) {
  const { actor, scope, db, today } = context;
  const tasks = db.read
    .selectFrom("task")
    .innerJoin("person", "person.id", "task.assignee_id")
    .leftJoin("bid", "bid.id", "task.bid_id")
    .leftJoin("award", "award.id", "task.award_id")
    .where("task.outcome", "is", null)
    .where((e) => e.or([isBidInScope(scope), awardInScope(scope)]));
  if (whose === "mine") return tasks.where("task.assignee_id", "=", actor.kind === "person" ? actor.id : 0);
  return whose === "late" ? tasks.where("task.due_on", "<", today) : tasks;
}
