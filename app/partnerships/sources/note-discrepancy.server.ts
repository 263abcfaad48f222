import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, personId, requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import type { NewDiscrepancy } from "./discrepancy.schema.ts";

/**
 * Notes on a document what does not agree in it. A note stays: what a document says is never put right here.
 * @throws NotFoundError where there is no such document.
 */
export async function noteDiscrepancy(
  context: Context,
  documentId: number,
  input: NewDiscrepancy,
): Promise<Result<{ discrepancyId: number }>> {
  requirePermission(context, "source.note");
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    const document = await trx
      .selectFrom("source_document")
      .select("id")
      .where("id", "=", documentId)
      .executeTakeFirst();
    if (!document) throw new NotFoundError(`No source document ${documentId}`);
    const same = await trx
      .selectFrom("source_discrepancy")
      .select("id")
      .where("source_document_id", "=", documentId)
      .where("issue", "=", input.issue)
      .executeTakeFirst();
    if (same) return fail({ issue: "This is noted on the document already" });
    const after = {
      source_document_id: documentId,
      issue: input.issue,
      paragraph: input.paragraph,
      noted_by: personId(context),
      noted_at: context.now(),
    };
    const { id } = await trx
      .insertInto("source_discrepancy")
      .values(after)
      .returning("id")
      .executeTakeFirstOrThrow();
    await recordAudit(trx, context, {
      action: "note discrepancy",
      recordType: "source discrepancy",
      recordId: id,
      after,
    });
    return succeed({ discrepancyId: id });
  });
}
