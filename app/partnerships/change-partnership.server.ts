import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError, StaleError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import { mayStandAbove } from "./partnership.rules.ts";
import type { PartnershipChange } from "./partnership.schema.ts";
import { areAuthorities, checkAround, isNameTaken, replaceAuthorities } from "./partnership-links.server.ts";
import { keepStated } from "./validity.rules.ts";

/**
 * Changes the facts of a partnership.
 * @throws NotFoundError where there is none. @throws StaleError where it was changed since `input.version`.
 */
export async function changePartnership(
  context: Context,
  id: number,
  input: PartnershipChange,
): Promise<Result<{ partnershipId: number }>> {
  requirePermission(context, "partnership.manage");
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    const before = await trx.selectFrom("partnership").selectAll().where("id", "=", id).executeTakeFirst();
    if (!before) throw new NotFoundError(`No partnership ${id}`);
    if (before.version !== input.version) throw new StaleError();
    if (await isNameTaken(trx, input.name, id)) {
      return fail({ name: `There is already a partnership called ${input.name}` });
    }
    if (!(await areAuthorities(trx, input.authorityCodes))) {
      return fail({ authorityCodes: "Choose local authorities from the list" });
    }
    if (!mayStandAbove(input.kind) && (await hasAnyBelow())) {
      return fail({ kind: "It has partnerships below it, so it must be a county partnership or group" });
    }
    const around = await checkAround(trx, { id, aboveId: input.aboveId, successorId: input.successorId });
    if (!around.ok) return around;
    const after = {
      name: input.name,
      kind: input.kind,
      police_area: input.policeArea,
      parent_id: input.aboveId,
      valid_from: keepStated(before.valid_from, input.validFrom, "from"),
      valid_to: keepStated(before.valid_to, input.validTo, "to"),
      successor_id: input.successorId,
      funding_position: input.fundingPosition,
      second_person: input.secondPerson ? 1 : 0,
      version: before.version + 1,
    };
    await trx.updateTable("partnership").set(after).where("id", "=", id).execute();
    await replaceAuthorities(trx, id, input.authorityCodes);
    await recordAudit(trx, context, {
      action: "change partnership",
      recordType: "partnership",
      recordId: id,
      before,
      after: { ...after, authorityCodes: input.authorityCodes },
    });
    return succeed({ partnershipId: id });

    async function hasAnyBelow(): Promise<boolean> {
      const below = await trx
        .selectFrom("partnership")
        .select("id")
        .where("parent_id", "=", id)
        .executeTakeFirst();
      return below !== undefined;
    }
  });
}
