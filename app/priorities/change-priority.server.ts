import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { keepStated } from "#app/partnerships/index.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError, StaleError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import { getPriority } from "./priorities.queries.server.ts";
import type { PriorityChange } from "./priority.schema.ts";
import { NOT_OWN_PROJECTS, replaceThemes, replaceWork } from "./priority-themes.server.ts";

/**
 * Changes a priority area. Money already sealed keeps the theme that it was sealed with.
 * @throws NotFoundError where there is none. @throws StaleError where it was changed since `input.version`.
 */
export async function changePriority(
  context: Context,
  id: number,
  input: PriorityChange,
): Promise<Result<{ priorityId: number }>> {
  const { partnershipId, aims, projectIds } = await getPriority(context, id);
  requirePermission(context, "priority.write", [partnershipId]);
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    const before = await trx.selectFrom("priority").selectAll().where("id", "=", id).executeTakeFirst();
    if (!before) throw new NotFoundError(`No priority ${id}`);
    if (before.version !== input.version) throw new StaleError();
    const links = await trx
      .selectFrom("priority_theme")
      .select("theme_id")
      .where("priority_id", "=", id)
      .orderBy("theme_id")
      .execute();
    const after = {
      title: input.title,
      kind: input.kind,
      valid_from: keepStated(before.valid_from, input.validFrom, "from"),
      valid_to: keepStated(before.valid_to, input.validTo, "to"),
      note: input.note,
      version: before.version + 1,
    };
    await trx.updateTable("priority").set(after).where("id", "=", id).execute();
    if (!(await replaceThemes(trx, id, input.themeIds))) {
      return fail({ themeIds: "Choose themes from the list" });
    }
    if (!(await replaceWork(trx, { id, partnershipId }, input)))
      return fail({ projectIds: NOT_OWN_PROJECTS });
    await recordAudit(trx, context, {
      action: "change priority",
      recordType: "priority",
      recordId: id,
      before: { ...before, themeIds: links.map((link) => link.theme_id), aims, projectIds },
      after: { ...after, themeIds: input.themeIds, aims: input.aims, projectIds: input.projectIds },
    });
    return succeed({ priorityId: id });
  });
}
