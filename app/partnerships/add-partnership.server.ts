import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import type { NewPartnership } from "./partnership.schema.ts";
import { areAuthorities, isNameTaken, placeBelow, replaceAuthorities } from "./partnership-links.server.ts";

/** Adds a partnership or group that is on no official list, with the partnerships below it. */
export async function addPartnership(
  context: Context,
  input: NewPartnership,
): Promise<Result<{ partnershipId: number }>> {
  requirePermission(context, "partnership.manage");
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    if (await isNameTaken(trx, input.name, 0)) {
      return fail({ name: `There is already a partnership called ${input.name}` });
    }
    if (!(await areAuthorities(trx, input.authorityCodes))) {
      return fail({ authorityCodes: "Choose local authorities from the list" });
    }
    const { id } = await trx
      .insertInto("partnership")
      .values({ name: input.name, kind: input.kind, police_area: input.policeArea })
      .returning("id")
      .executeTakeFirstOrThrow();
    await replaceAuthorities(trx, id, input.authorityCodes);
    const placed = await placeBelow(trx, { id, kind: input.kind }, input.belowIds);
    if (!placed.ok) return placed;
    await recordAudit(trx, context, {
      action: "add partnership",
      recordType: "partnership",
      recordId: id,
      after: input,
    });
    return succeed({ partnershipId: id });
  });
}
