import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { keepStated } from "#app/partnerships/index.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError, StaleError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import type { MeasureChange } from "./measure.schema.ts";
import { measureRow } from "./measure-rows.ts";
import { getMeasure } from "./outcomes.queries.server.ts";
import { mayBePartOf, NO_SUCH_WHOLE } from "./part-of.server.ts";
import { refusalOfUnit } from "./reading-rows.server.ts";
import { sameUnit } from "./unit.rules.ts";

/**
 * Changes what a measure says; its project and partnership stay.
 * @throws NotFoundError where there is none or it is foreign. @throws StaleError where it was changed since `input.version`.
 */
export async function changeMeasure(
  context: Context,
  id: number,
  input: MeasureChange,
): Promise<Result<{ measureId: number }>> {
  const { partnershipId } = await getMeasure(context, id);
  requirePermission(context, "outcome.write", [partnershipId]);
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    const before = await trx.selectFrom("measure").selectAll().where("id", "=", id).executeTakeFirst();
    if (!before) throw new NotFoundError(`No measure ${id}`);
    if (before.version !== input.version) throw new StaleError();
    const part = { id, partnershipId, unit: input.unit };
    if (input.partOfId !== null && !(await mayBePartOf(trx, input.partOfId, part))) {
      return fail({ partOfId: NO_SUCH_WHOLE });
    }
    const wrong = sameUnit(before.unit, input.unit) ? {} : await refusalOfUnit(trx, id, input.unit);
    if (Object.keys(wrong).length > 0) return fail(wrong);
    const after = {
      ...measureRow(input),
      target_by: keepStated(before.target_by, input.targetBy, "to"),
      version: before.version + 1,
    };
    await trx.updateTable("measure").set(after).where("id", "=", id).execute();
    await recordAudit(trx, context, {
      action: "change measure",
      recordType: "measure",
      recordId: id,
      before,
      after,
    });
    return succeed({ measureId: id });
  });
}
