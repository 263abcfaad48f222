import { createHash } from "node:crypto";
import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, personId } from "#app/platform/context.server.ts";
import { ForbiddenError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import type { AttachInput } from "./attachment.schema.ts";
import { type Holder, MAX_ATTACHMENTS } from "./attachment.ts";
import { countAttachments, ownerColumns } from "./attachments.queries.server.ts";
import { auditedRecord } from "./audited-record.ts";
import type { SentFile } from "./sent-file.server.ts";

/**
 * Stores a file with the record that it belongs to, under a number of its own, with the hash of its bytes.
 * @throws ForbiddenError where the record is not the actor's to write.
 */
export async function addAttachment(
  context: Context,
  holder: Pick<Holder, "attachedTo" | "mayAttach">,
  input: AttachInput,
  file: SentFile,
): Promise<Result<{ id: number }>> {
  if (!holder.mayAttach) throw new ForbiddenError("attachment");
  const row = {
    ...ownerColumns(holder.attachedTo),
    title: input.title,
    file_name: file.fileName,
    kind: file.kind,
    size_bytes: file.bytes.length,
    sha256: createHash("sha256").update(file.bytes).digest("hex"),
    added_at: context.now(),
    added_by: personId(context),
  };
  return writeOrUndo(context, async (trx) => {
    const { id } = await trx.insertInto("attachment").values(row).returning("id").executeTakeFirstOrThrow();
    await trx.insertInto("attachment_content").values({ attachment_id: id, bytes: file.bytes }).execute();
    await recordAudit(trx, context, {
      action: "add attachment",
      ...auditedRecord(holder.attachedTo),
      after: { attachment: id, ...row },
    });
    // Counted after the audit's lock, behind which writers queue: two at once are not both the last one.
    if ((await countAttachments(trx, holder.attachedTo)) > MAX_ATTACHMENTS) {
      return fail({
        file: `There can be ${MAX_ATTACHMENTS} attachments here. Delete one that is not needed first`,
      });
    }
    return succeed({ id });
  });
}
