import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import { readingRow } from "./measure-rows.ts";
import { getMeasure } from "./outcomes.queries.server.ts";
import { notYetOver } from "./period-over.rules.ts";
import type { NewReading } from "./reading.schema.ts";
import { HAS_A_BASELINE, hasBaseline, refusalOfSecond, refusalOfValue } from "./reading-rows.server.ts";
import { refusalOfReported } from "./reported.server.ts";

/**
 * Records the baseline or a reading of a measure.
 * @param published where it was published, for a fact that comes from a document.
 * @throws NotFoundError where there is no such measure or it is foreign.
 */
export async function addReading(
  context: Context,
  measureId: number,
  input: NewReading,
  published: { documentId: number | null; paragraph: string | null } = { documentId: null, paragraph: null },
): Promise<Result<{ readingId: number }>> {
  const { partnershipId, projectId, unit } = await getMeasure(context, measureId);
  requirePermission(context, "outcome.write", [partnershipId]);
  const wrong = { ...refusalOfValue(input, unit), ...notYetOver(input, context.today) };
  if (Object.keys(wrong).length > 0) return fail(wrong);
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    if (input.kind === "baseline" && (await hasBaseline(trx, measureId)))
      return fail({ kind: HAS_A_BASELINE });
    const second = await refusalOfSecond(trx, measureId, input);
    if (Object.keys(second).length > 0) return fail(second);
    const reported = input.note === null ? await refusalOfReported(trx, projectId, input) : {};
    if (Object.keys(reported).length > 0) return fail(reported);
    const row = {
      ...readingRow(input),
      measure_id: measureId,
      recorded_at: context.now(),
      source_document_id: published.documentId,
      source_paragraph: published.paragraph,
    };
    const { id } = await trx.insertInto("reading").values(row).returning("id").executeTakeFirstOrThrow();
    await recordAudit(trx, context, {
      action: `record ${input.kind}`,
      recordType: "reading",
      recordId: id,
      after: row,
    });
    return succeed({ readingId: id });
  });
}
