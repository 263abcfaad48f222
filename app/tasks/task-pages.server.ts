import { answerForm } from "#app/platform/answer-form.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { ForbiddenError } from "#app/platform/errors.ts";
import {
  actionFor,
  invalid,
  loaderFor,
  numericId,
  type PageArgs,
  redirectTo,
} from "#app/platform/page.server.ts";
import { keepsTyped, showsTyped } from "#app/typed-forms/index.server.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { addTask, changeTask } from "./save-task.server.ts";
import { settleTask } from "./settle-task.server.ts";
import { settleSchema, taskChangeSchema, taskSchema } from "./task.schema.ts";
import { maySettle, type TaskHolder } from "./task.ts";
import { getTask, listTasks } from "./tasks.queries.server.ts";

/** How the record of an address is found, in the actor's scope. It throws NotFoundError where there is none. */
type FindHolder = (context: Context, recordId: number) => Promise<TaskHolder>;

/**
 * The loaders and actions of the three pages of tasks that a record has below its own address: `tasks`,
 * `tasks/:taskId` and `tasks/:taskId/settle`.
 */
export function taskPages(findHolder: FindHolder) {
  async function show({ context, params, url }: PageArgs) {
    const holder = await findHolder(context, numericId(params.id));
    const before = url.searchParams.get("before");
    const isNumber = before !== null && /^[1-9]\d{0,14}$/.test(before);
    const tasks = await listTasks(context.db.read, holder.record, {
      before: isNumber ? Number(before) : null,
    });
    return { holder, tasks, today: context.today };
  }

  async function add({ context, params, formData }: PageArgs) {
    const holder = await findHolder(context, numericId(params.id));
    if (!holder.mayWrite) throw new ForbiddenError("task");
    const form = parseForm(taskSchema, await formData());
    if (!form.ok) return invalid(form);
    return answerForm(form, addTask(context, holder, form.data), () =>
      redirectTo(`${holder.href}/tasks`, { message: "Task added" }),
    );
  }

  async function showOne({ context, params }: PageArgs) {
    const holder = await findHolder(context, numericId(params.id));
    const task = await getTask(context.db.read, holder.record, numericId(params.taskId));
    if (!holder.mayWrite) throw new ForbiddenError("task");
    if (task.settled) throw redirectTo(`${holder.href}/tasks/${task.id}/settle`);
    return { holder, task };
  }

  async function change({ context, params, formData }: PageArgs) {
    const holder = await findHolder(context, numericId(params.id));
    const id = numericId(params.taskId);
    const form = parseForm(taskChangeSchema, await formData());
    if (!form.ok) return invalid(form);
    return answerForm(form, changeTask(context, holder, id, form.data), () =>
      redirectTo(`${holder.href}/tasks`, { message: "Task changed" }),
    );
  }

  async function showSettling({ context, params }: PageArgs) {
    const holder = await findHolder(context, numericId(params.id));
    const task = await getTask(context.db.read, holder.record, numericId(params.taskId));
    if (!maySettle(holder, task)) throw new ForbiddenError("task");
    return { holder, task, today: context.today };
  }

  async function settle({ context, params, formData }: PageArgs) {
    const holder = await findHolder(context, numericId(params.id));
    const id = numericId(params.taskId);
    const form = parseForm(settleSchema, await formData());
    if (!form.ok) return invalid(form);
    return answerForm(form, settleTask(context, holder, id, form.data), ({ isOpen }) =>
      redirectTo(`${holder.href}/tasks`, { message: isOpen ? "The task is open again" : "Task settled" }),
    );
  }

  return {
    loader: loaderFor("register.read", showsTyped(show)),
    addAction: actionFor(
      "register.read",
      keepsTyped(show, add, ({ holder }) => holder.mayWrite),
    ),

    changeLoader: loaderFor("register.read", showsTyped(showOne)),
    changeAction: actionFor("register.read", keepsTyped(showOne, change)),

    settleLoader: loaderFor("register.read", showsTyped(showSettling)),
    settleAction: actionFor("register.read", keepsTyped(showSettling, settle)),
  };
}
