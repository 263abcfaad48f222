import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { keepStated } from "#app/partnerships/index.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError, StaleError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import { readingRow } from "./measure-rows.ts";
import { getMeasure } from "./outcomes.queries.server.ts";
import { notYetOver } from "./period-over.rules.ts";
import type { ReadingChange } from "./reading.schema.ts";
import { HAS_A_BASELINE, hasBaseline, refusalOfSecond, refusalOfValue } from "./reading-rows.server.ts";
import { refusalOfReported } from "./reported.server.ts";

/**
 * Puts a reading right. What stood before stays in the audit log, and is shown beside it.
 * @param input its `version` is the measure's.
 * @throws NotFoundError where the measure has no such reading. @throws StaleError where the measure was changed since.
 */
export async function changeReading(
  context: Context,
  ids: { measureId: number; readingId: number },
  input: ReadingChange,
): Promise<Result<{ readingId: number }>> {
  const { measureId, readingId } = ids;
  const { partnershipId, projectId, unit } = await getMeasure(context, measureId);
  requirePermission(context, "outcome.write", [partnershipId]);
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    const before = await trx
      .selectFrom("reading")
      .selectAll()
      .where("id", "=", readingId)
      .where("measure_id", "=", measureId)
      .executeTakeFirst();
    if (!before) throw new NotFoundError(`No reading ${readingId} of measure ${measureId}`);
    const measure = await trx
      .updateTable("measure")
      .set({ version: input.version + 1 })
      .where("id", "=", measureId)
      .where("version", "=", input.version)
      .returning("id")
      .executeTakeFirst();
    if (!measure) throw new StaleError();
    if (input.kind === "baseline" && (await hasBaseline(trx, measureId, readingId))) {
      return fail({ kind: HAS_A_BASELINE });
    }
    const right = {
      ...input,
      periodFrom: keepStated(before.period_from, input.periodFrom, "from"),
      periodTo: keepStated(before.period_to, input.periodTo, "to"),
    };
    const after = readingRow(right);
    const wrong = { ...refusalOfValue(right, unit), ...notYetOver(right, context.today) };
    if (Object.keys(wrong).length > 0) return fail(wrong);
    const second = await refusalOfSecond(trx, measureId, right, readingId);
    if (Object.keys(second).length > 0) return fail(second);
    const sameNote = after.note === null || after.note === before.note;
    const periods = [{ period: before.period, periodTo: before.period_to }, right];
    const reported = sameNote ? await refusalOfReported(trx, projectId, ...periods) : {};
    if (Object.keys(reported).length > 0) return fail(reported);
    await trx.updateTable("reading").set(after).where("id", "=", readingId).execute();
    await recordAudit(trx, context, {
      action: "change reading",
      recordType: "reading",
      recordId: readingId,
      before,
      after,
    });
    return succeed({ readingId });
  });
}
