import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, personId } from "#app/platform/context.server.ts";
import { ForbiddenError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import type { Holder } from "./attachment.ts";
import { getAttachment } from "./attachments.queries.server.ts";
import { auditedRecord } from "./audited-record.ts";

/**
 * Takes the bytes of an attachment out of the register. What it was, its hash, and who deleted it, when and why stay.
 * @throws NotFoundError where the record has no such attachment. @throws ForbiddenError where it is not the actor's to write.
 */
export async function deleteAttachment(
  context: Context,
  holder: Pick<Holder, "attachedTo" | "mayAttach">,
  id: number,
  input: { reason: string },
): Promise<Result<{ title: string }>> {
  const { title, fileName, sha256 } = await getAttachment(context, holder.attachedTo, id);
  if (!holder.mayAttach) throw new ForbiddenError("attachment");
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    const { numDeletedRows } = await trx
      .deleteFrom("attachment_content")
      .where("attachment_id", "=", id)
      .executeTakeFirst();
    if (numDeletedRows !== 1n) return fail({ form: "It has been deleted already" });
    const deletion = {
      attachment_id: id,
      reason: input.reason,
      deleted_at: context.now(),
      deleted_by: personId(context),
    };
    await trx.insertInto("attachment_deletion").values(deletion).execute();
    await recordAudit(trx, context, {
      action: "delete attachment",
      ...auditedRecord(holder.attachedTo),
      before: { attachment: id, title, file_name: fileName, sha256 },
      after: deletion,
    });
    return succeed({ title });
  });
}
