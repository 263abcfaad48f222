import type { Context } from "#app/platform/context.server.ts";
import type { Source } from "./source.ts";

/** The document of a fact, and the paragraph where it is given; null where the fact names no document. */
export async function findSource(
  context: Context,
  documentId: number | null,
  paragraph: string | null = null,
): Promise<Source | null> {
  if (documentId === null) return null;
  const row = await context.db.read
    .selectFrom("source_document")
    .select(["id", "title", "body", "meeting_date", "report_date"])
    .where("id", "=", documentId)
    .executeTakeFirst();
  if (!row) return null;
  return {
    documentId: row.id,
    title: row.title,
    body: row.body,
    meetingDate: row.meeting_date,
    reportDate: row.report_date,
    paragraph,
  };
}

/** The source that the row of a record names; null where it names none. */
export function sourceOf(
  context: Context,
  row: { source_document_id: number | null; source_paragraph: string | null },
): Promise<Source | null> {
  return findSource(context, row.source_document_id, row.source_paragraph);
}
