import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, personId } from "#app/platform/context.server.ts";
import { ForbiddenError, StaleError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import type { TaskChange, TaskInput } from "./task.schema.ts";
import { refusalOfDue, type TaskHolder, type TaskRecord } from "./task.ts";
import { getTask, listTasks, OPEN_AT_MOST, recordColumns } from "./tasks.queries.server.ts";

type Holder = Pick<TaskHolder, "record" | "mayWrite" | "personId" | "people">;

const NOT_OF_THEM = "Choose from the list: somebody with a role in a partnership of this record";

/** Adds a task to a record. @throws ForbiddenError where the record is not the actor's to write. */
export async function addTask(
  context: Context,
  holder: Omit<Holder, "personId">,
  { what, assigneeId, dueOn }: TaskInput,
): Promise<Result<{ id: number }>> {
  if (!holder.mayWrite) throw new ForbiddenError("task");
  if (!isOfThem(holder, assigneeId)) return fail({ assigneeId: NOT_OF_THEM });
  const past = refusalOfDue(dueOn, context.today);
  if (past !== null) return fail({ dueOn: past });
  const { open } = await listTasks(context.db.read, holder.record, { limit: 0 });
  if (open.length >= OPEN_AT_MOST)
    return fail({ form: `${OPEN_AT_MOST} tasks are open here: settle some first` });
  return context.db.write(async (trx) => {
    const row = {
      ...recordColumns(holder.record),
      what,
      assignee_id: assigneeId,
      due_on: dueOn,
      made_at: context.now(),
      made_by: personId(context),
      version: 1,
    };
    const { id } = await trx.insertInto("task").values(row).returning("id").executeTakeFirstOrThrow();
    await recordAudit(trx, context, {
      action: "add task",
      ...auditedRecord(holder.record),
      after: { task: id, ...row },
    });
    return succeed({ id });
  });
}

/**
 * Changes what an open task asks for, of whom and by when. Whoever has it already may keep it, also without a role.
 * @throws NotFoundError, ForbiddenError; StaleError where it was changed or settled meanwhile.
 */
export async function changeTask(
  context: Context,
  holder: Holder,
  id: number,
  { version, what, assigneeId, dueOn }: TaskChange,
): Promise<Result<{ id: number }>> {
  if (!holder.mayWrite) throw new ForbiddenError("task");
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    const before = await getTask(trx, holder.record, id);
    if (before.version !== version || before.settled !== null) throw new StaleError();
    if (before.assigneeId !== assigneeId && !isOfThem(holder, assigneeId)) {
      return fail({ assigneeId: NOT_OF_THEM });
    }
    const past = before.dueOn === dueOn ? null : refusalOfDue(dueOn, context.today);
    if (past !== null) return fail({ dueOn: past });
    const changed = { what, assignee_id: assigneeId, due_on: dueOn };
    await trx
      .updateTable("task")
      .set({ ...changed, version: version + 1 })
      .where("id", "=", id)
      .execute();
    await recordAudit(trx, context, {
      action: "change task",
      ...auditedRecord(holder.record),
      before: { task: id, what: before.what, assignee_id: before.assigneeId, due_on: before.dueOn },
      after: { task: id, ...changed },
    });
    return succeed({ id });
  });
}

/** The record as the audit names it. */
export function auditedRecord(record: TaskRecord): { recordType: string; recordId: number } {
  return "bidId" in record
    ? { recordType: "bid", recordId: record.bidId }
    : { recordType: "award", recordId: record.awardId };
}

function isOfThem({ people }: Pick<Holder, "people">, personId: number): boolean {
  return people.some(({ id }) => id === personId);
}
