import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import type { Writer } from "#db/open.server.ts";
import type { NewPriority } from "./priority.schema.ts";
import { NOT_OWN_PROJECTS, replaceThemes, replaceWork } from "./priority-themes.server.ts";

const RECORDED_ALREADY =
  "The partnership has this priority area for the same time already: change that one, or enter when this one is valid";

/**
 * Adds a priority area to a partnership. Refused where another one says the same for the same time: somebody else may
 * have been quicker. @throws NotFoundError where there is no such partnership.
 */
export async function addPriority(
  context: Context,
  partnershipId: number,
  input: NewPriority,
): Promise<Result<{ priorityId: number }>> {
  requirePermission(context, "priority.write", [partnershipId]);
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    const partnership = await trx
      .selectFrom("partnership")
      .select("id")
      .where("id", "=", partnershipId)
      .executeTakeFirst();
    if (!partnership) throw new NotFoundError(`No partnership ${partnershipId}`);
    if (await isRecorded(trx, partnershipId, input)) return fail({ title: RECORDED_ALREADY });
    const facts = {
      partnership_id: partnershipId,
      title: input.title,
      kind: input.kind,
      valid_from: input.validFrom,
      valid_to: input.validTo,
      note: input.note,
    };
    const { id } = await trx.insertInto("priority").values(facts).returning("id").executeTakeFirstOrThrow();
    if (!(await replaceThemes(trx, id, input.themeIds))) {
      return fail({ themeIds: "Choose themes from the list" });
    }
    if (!(await replaceWork(trx, { id, partnershipId }, input)))
      return fail({ projectIds: NOT_OWN_PROJECTS });
    await recordAudit(trx, context, {
      action: "add priority",
      recordType: "priority",
      recordId: id,
      after: { ...facts, themeIds: input.themeIds, aims: input.aims, projectIds: input.projectIds },
    });
    return succeed({ priorityId: id });
  });
}

async function isRecorded(trx: Writer, partnershipId: number, input: NewPriority): Promise<boolean> {
  const all = await trx
    .selectFrom("priority")
    .select(["title", "valid_from", "valid_to"])
    .where("partnership_id", "=", partnershipId)
    .execute();
  return all.some(
    (one) =>
      one.title.toLowerCase() === input.title.toLowerCase() &&
      one.valid_from === input.validFrom &&
      one.valid_to === input.validTo,
  );
}
