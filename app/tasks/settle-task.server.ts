import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, personId } from "#app/platform/context.server.ts";
import { ForbiddenError, StaleError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import { auditedRecord } from "./save-task.server.ts";
import type { Settlement } from "./task.schema.ts";
import { maySettle, type TaskHolder } from "./task.ts";
import { getTask } from "./tasks.queries.server.ts";

/**
 * Says what became of a task, when and by whom, or that it is open after all. Said anew, the audit keeps what was said
 * before. @throws NotFoundError; ForbiddenError for whoever neither writes the record nor has the task; StaleError.
 */
export async function settleTask(
  context: Context,
  holder: Pick<TaskHolder, "record" | "mayWrite" | "personId">,
  id: number,
  { version, outcome, settledOn, note }: Settlement,
): Promise<Result<{ isOpen: boolean }>> {
  const task = await getTask(context.db.read, holder.record, id);
  if (!maySettle(holder, task)) throw new ForbiddenError("task");
  const day = settledOn ?? context.today;
  if (outcome !== "open" && day > context.today) {
    return fail({ settledOn: "The date must be today or in the past" });
  }
  const by = personId(context);
  const settled =
    outcome === "open"
      ? { outcome: null, settled_on: null, settled_by: null, settled_note: null }
      : { outcome, settled_on: day, settled_by: by, settled_note: note };
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    const before = await getTask(trx, holder.record, id);
    if (before.version !== version) throw new StaleError();
    await trx
      .updateTable("task")
      .set({ ...settled, version: version + 1 })
      .where("id", "=", id)
      .execute();
    await recordAudit(trx, context, {
      action: outcome === "open" ? "reopen task" : "settle task",
      ...auditedRecord(holder.record),
      before: { task: id, ...before.settled },
      after: { task: id, ...settled },
    });
    return succeed({ isOpen: outcome === "open" });
  });
}
