import type { Context } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { keepQuery } from "#db/kept-queries.ts";
import type { Reader, Writer } from "#db/open.server.ts";
import type { Note, NotedRecord, NotePage } from "./note.ts";

const PAGE = 20;

/** The columns of what a note stands beside. */
export function recordColumns(record: NotedRecord) {
  return "bidId" in record
    ? { bid_id: record.bidId, award_id: null }
    : { bid_id: null, award_id: record.awardId };
}

function notesOf(reader: Reader | Writer, record: NotedRecord) {
  const [column, id] =
    "bidId" in record ? (["bid_id", record.bidId] as const) : (["award_id", record.awardId] as const);
  return reader
    .selectFrom("note")
    .leftJoin("note_withdrawal", "note_withdrawal.note_id", "note.id")
    .leftJoin("person as writer", "writer.id", "note.written_by")
    .leftJoin("person as withdrawer", "withdrawer.id", "note_withdrawal.withdrawn_by")
    .select([
      "note.id",
      "text",
      "written_at",
      "writer.name as written_by_name",
      "withdrawn_at",
      "reason",
      "withdrawer.name as withdrawn_by_name",
    ])
    .where(`note.${column}`, "=", id);
}

type Row = Awaited<ReturnType<ReturnType<typeof notesOf>["executeTakeFirstOrThrow"]>>;

function toNote(row: Row): Note {
  const isWithdrawn = row.withdrawn_at !== null;
  return {
    id: row.id,
    text: isWithdrawn ? null : row.text,
    writtenAt: row.written_at,
    writtenBy: row.written_by_name,
    withdrawn:
      row.withdrawn_at === null
        ? null
        : { at: row.withdrawn_at, by: row.withdrawn_by_name, reason: row.reason ?? "" },
  };
}

type NotesAsked = { record: NotedRecord; before: number | null; limit: number };

const noteRows = keepQuery((reader, { record, before, limit }: NotesAsked) =>
  notesOf(reader, record)
    .$if(before !== null, (query) => query.where("note.id", "<", before))
    .orderBy("note.id", "desc")
    .limit(limit),
);

/**
 * The notes beside a record, newest first. The record itself must have been read in the actor's scope before.
 * @param options.before only those older than the note of this number.
 */
export async function listNotes(
  context: Context,
  record: NotedRecord,
  options: { before?: number | null; limit?: number } = {},
): Promise<NotePage> {
  const { before = null, limit = PAGE } = options;
  const rows = await noteRows(context.db.read, { record, before, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  return { notes: shown.map(toNote), next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
}

/** One note beside a record. @throws NotFoundError where the record, which the actor reads, has none of this number. */
export async function getNote(context: Context, record: NotedRecord, id: number): Promise<Note> {
  const row = await notesOf(context.db.read, record).where("note.id", "=", id).executeTakeFirst();
  if (!row) throw new NotFoundError(`No note ${id}`);
  return toNote(row);
}
