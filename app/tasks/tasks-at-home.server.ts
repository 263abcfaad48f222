import { addDays } from "#app/core/calendar-date.ts";
import { type Context, may, personId } from "#app/platform/context.server.ts";
import { listOpenTasks } from "./open-tasks.queries.server.ts";

/** As many as a person takes up in a morning. */
const SHOWN = 10;

/** The actor's own tasks that are late or due within so many days and, for managers, the late ones of others. */
export async function listTasksAtHome(context: Context, days: number) {
  const { actor, today } = context;
  if (!may(actor, "register.read")) return { mine: [], late: [], today };
  const until = addDays(today, days);
  const mine = await listOpenTasks(context, { whose: "mine", limit: SHOWN, until });
  const late = may(actor, "work.hand-over")
    ? await listOpenTasks(context, { whose: "late", limit: SHOWN })
    : { tasks: [] };
  const own = personId(context);
  return { mine: mine.tasks, late: late.tasks.filter(({ assigneeId }) => assigneeId !== own), today };
}

export type TasksAtHome = Awaited<ReturnType<typeof listTasksAtHome>>;
