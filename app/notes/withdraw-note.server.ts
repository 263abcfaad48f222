import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, personId } from "#app/platform/context.server.ts";
import { ForbiddenError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import type { NoteHolder } from "./note.ts";
import { getNote } from "./notes.queries.server.ts";
import { auditedRecord } from "./write-note.server.ts";

/**
 * Withdraws a note: its text is no longer shown; that it was there, and who withdrew it, when and why, is.
 * @throws NotFoundError where the record has no such note. @throws ForbiddenError where it is not the actor's to write.
 */
export async function withdrawNote(
  context: Context,
  holder: Pick<NoteHolder, "record" | "mayNote">,
  id: number,
  input: { reason: string },
): Promise<Result<{ id: number }>> {
  await getNote(context, holder.record, id);
  if (!holder.mayNote) throw new ForbiddenError("note");
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    const before = await trx
      .selectFrom("note_withdrawal")
      .select("note_id")
      .where("note_id", "=", id)
      .executeTakeFirst();
    if (before) return fail({ form: "This note has been withdrawn already" });
    const row = {
      note_id: id,
      reason: input.reason,
      withdrawn_at: context.now(),
      withdrawn_by: personId(context),
    };
    await trx.insertInto("note_withdrawal").values(row).execute();
    await recordAudit(trx, context, {
      action: "withdraw note",
      ...auditedRecord(holder.record),
      after: row,
    });
    return succeed({ id });
  });
}
