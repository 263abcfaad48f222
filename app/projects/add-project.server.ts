import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import { type NewProject, partsOf } from "./project.schema.ts";
import { areOtherPartnerships, isNameTaken, NOT_OTHERS, replaceParts } from "./project-rows.server.ts";

/** Adds a project to a partnership. @throws ForbiddenError where the person may not write that partnership's projects. */
export async function addProject(
  context: Context,
  input: NewProject,
): Promise<Result<{ projectId: number }>> {
  requirePermission(context, "project.write", [input.partnershipId]);
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    const partnership = await trx
      .selectFrom("partnership")
      .select("id")
      .where("id", "=", input.partnershipId)
      .executeTakeFirst();
    if (!partnership) return fail({ partnershipId: "Choose a partnership" });
    if (await isNameTaken(trx, input.partnershipId, input.name, 0)) {
      return fail({ name: "The partnership has a project of this name already" });
    }
    if (!(await areOtherPartnerships(trx, input.partnershipId, input.partnershipIds))) {
      return fail({ partnershipIds: NOT_OTHERS });
    }
    const row = {
      partnership_id: input.partnershipId,
      name: input.name,
      description: input.description,
      starts_on: input.startsOn,
      ends_on: input.endsOn,
      status: input.status,
      status_note: input.statusNote,
    };
    const { id } = await trx.insertInto("project").values(row).returning("id").executeTakeFirstOrThrow();
    await replaceParts(trx, id, input);
    await recordAudit(trx, context, {
      action: "add project",
      recordType: "project",
      recordId: id,
      after: { ...row, ...partsOf(input) },
    });
    return succeed({ projectId: id });
  });
}
