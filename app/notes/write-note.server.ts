import { recordAudit } from "#app/audit/index.server.ts";
import { type Result, succeed } from "#app/core/result.ts";
import { type Context, personId } from "#app/platform/context.server.ts";
import { ForbiddenError } from "#app/platform/errors.ts";
import type { NotedRecord, NoteHolder } from "./note.ts";
import { recordColumns } from "./notes.queries.server.ts";

/** Writes a note beside a record. @throws ForbiddenError where the record is not the actor's to write. */
export async function writeNote(
  context: Context,
  holder: Pick<NoteHolder, "record" | "mayNote">,
  input: { text: string },
): Promise<Result<{ id: number }>> {
  if (!holder.mayNote) throw new ForbiddenError("note");
  const row = {
    ...recordColumns(holder.record),
    text: input.text,
    written_at: context.now(),
    written_by: personId(context),
  };
  return context.db.write(async (trx) => {
    const { id } = await trx.insertInto("note").values(row).returning("id").executeTakeFirstOrThrow();
    await recordAudit(trx, context, {
      action: "write note",
      ...auditedRecord(holder.record),
      after: { note: id, ...row },
    });
    return succeed({ id });
  });
}

/** The record as the audit names it. */
export function auditedRecord(record: NotedRecord): { recordType: string; recordId: number } {
  return "bidId" in record
    ? { recordType: "bid", recordId: record.bidId }
    : { recordType: "award", recordId: record.awardId };
}
