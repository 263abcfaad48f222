import type { Context } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
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
    .select((e) =>
      e
        .selectFrom("source_discrepancy as noted")
        .select((n) => n.fn.countAll<number>().as("noted"))
        .whereRef("noted.source_document_id", "=", "source_document.id")
        .as("noted"),
    )
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
    discrepancies: Number(row.noted ?? 0),
  };
}

/** The source that the row of a record names; null where it names none. */
export function sourceOf(
  context: Context,
  row: { source_document_id: number | null; source_paragraph: string | null },
): Promise<Source | null> {
  return findSource(context, row.source_document_id, row.source_paragraph);
}

export type SourceItem = Omit<Source, "paragraph"> & { note: string | null };

/** Every document that facts of the register were published in, by title. Published facts: whoever is signed in reads them. */
export async function listSources(context: Context): Promise<SourceItem[]> {
  const rows = await context.db.read
    .selectFrom("source_document")
    .leftJoin("source_discrepancy", "source_discrepancy.source_document_id", "source_document.id")
    .select(["source_document.id", "title", "body", "meeting_date", "report_date", "note"])
    .select((e) => e.fn.count<number>("source_discrepancy.id").as("noted"))
    .groupBy(["source_document.id", "title", "body", "meeting_date", "report_date", "note"])
    .orderBy("title")
    .orderBy("source_document.id")
    .execute();
  return rows.map((row) => ({
    documentId: row.id,
    title: row.title,
    body: row.body,
    meetingDate: row.meeting_date,
    reportDate: row.report_date,
    note: row.note,
    discrepancies: Number(row.noted),
  }));
}

export type Discrepancy = { id: number; documentId: number; issue: string; paragraph: string | null };

/** What is noted as not agreeing in a document, or in all, in the order of noting. */
export function listDiscrepancies({ db }: Context, documentId: number | null): Promise<Discrepancy[]> {
  const query = db.read
    .selectFrom("source_discrepancy")
    .select(["id", "source_document_id as documentId", "issue", "paragraph"])
    .orderBy("id");
  return (documentId === null ? query : query.where("source_document_id", "=", documentId)).execute();
}

/** A document with what is noted as not agreeing in it, in the order of noting. @throws NotFoundError where there is none. */
export async function getSource(
  context: Context,
  id: number,
): Promise<SourceItem & { noted: Discrepancy[] }> {
  const source = (await listSources(context)).find(({ documentId }) => documentId === id);
  if (!source) throw new NotFoundError(`No source document ${id}`);
  return { ...source, noted: await listDiscrepancies(context, id) };
}
