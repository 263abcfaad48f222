import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { keepStated } from "#app/partnerships/index.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError, StaleError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import { type ProjectChange, partsOf } from "./project.schema.ts";
import { areOtherPartnerships, isNameTaken, NOT_OTHERS, replaceParts } from "./project-rows.server.ts";
import { getProject } from "./projects.queries.server.ts";

/**
 * Changes a project and its strands.
 * @throws NotFoundError where there is none or it is foreign. @throws StaleError where it was changed since `input.version`.
 */
export async function changeProject(
  context: Context,
  id: number,
  input: ProjectChange,
): Promise<Result<{ projectId: number }>> {
  const project = await getProject(context, id);
  const { partnershipId } = project;
  requirePermission(context, "project.write", [partnershipId]);
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    const before = await trx.selectFrom("project").selectAll().where("id", "=", id).executeTakeFirst();
    if (!before) throw new NotFoundError(`No project ${id}`);
    if (before.version !== input.version) throw new StaleError();
    if (await isNameTaken(trx, partnershipId, input.name, id)) {
      return fail({ name: "The partnership has a project of this name already" });
    }
    if (!(await areOtherPartnerships(trx, partnershipId, input.partnershipIds))) {
      return fail({ partnershipIds: NOT_OTHERS });
    }
    const after = {
      name: input.name,
      description: input.description,
      starts_on: keepStated(before.starts_on, input.startsOn, "from"),
      ends_on: keepStated(before.ends_on, input.endsOn, "to"),
      status: input.status,
      status_note: input.statusNote,
      version: before.version + 1,
    };
    await trx.updateTable("project").set(after).where("id", "=", id).execute();
    await replaceParts(trx, id, input);
    await recordAudit(trx, context, {
      action: "change project",
      recordType: "project",
      recordId: id,
      before: { ...before, ...partsOf(project) },
      after: { ...after, ...partsOf(input) },
    });
    return succeed({ projectId: id });
  });
}
