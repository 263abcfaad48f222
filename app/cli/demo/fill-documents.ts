import type { Context } from "#app/platform/context.server.ts";
import type { FactSource, ReportFacts } from "./facts.ts";
import { auditFilled } from "./filled.ts";
import { sentences } from "./published.ts";

/** The documents in the register, as the records that come from them need them. */
export type Documents = {
  /** Columns of a record that states where it was published. */
  columnsOf(source: FactSource): { source_document_id: number; source_paragraph: string };
  /** The same, for use-cases. */
  sourceOf(source: FactSource): { sourceDocumentId: number; sourceParagraph: string };
  /** The day of the meeting, ISO; null where the document states none. */
  dayOf(source: FactSource): string | null;
  /** "Community Safety Partnership - Annual Review, paragraph 2.8". */
  describe(source: FactSource): string;
};

/** Adds the documents, with what is known not to agree in each. */
export async function fillDocuments(context: Context, facts: ReportFacts): Promise<Documents> {
  const filled = new Map<string, { id: number; title: string; day: string | null }>();
  await context.db.write(async (trx) => {
    for (const fact of facts.documents) {
      const contradictions = facts.discrepancies.filter(({ document }) => document === fact.id);
      const row = {
        code: fact.id,
        title: fact.title ?? fact.subject ?? fact.id,
        body: fact.body,
        meeting_date: fact.meeting_date,
        report_date: fact.report_date,
        note: sentences(fact.note),
      };
      const { id } = await trx
        .insertInto("source_document")
        .values(row)
        .returning("id")
        .executeTakeFirstOrThrow();
      await auditFilled(trx, context, "source document", id, row);
      for (const { issue } of contradictions) {
        const noted = { source_document_id: id, issue, noted_at: context.now() };
        const { id: notedId } = await trx
          .insertInto("source_discrepancy")
          .values(noted)
          .returning("id")
          .executeTakeFirstOrThrow();
        await auditFilled(trx, context, "source discrepancy", notedId, noted);
      }
      filled.set(fact.id, { id, title: row.title, day: fact.meeting_date });
    }
  });
  const find = ({ document }: FactSource) => {
    const found = filled.get(document);
    if (!found) throw new Error(`The facts do not hold the document ${document}`);
    return found;
  };
  return {
    columnsOf: (source) => ({ source_document_id: find(source).id, source_paragraph: source.paragraph }),
    sourceOf: (source) => ({ sourceDocumentId: find(source).id, sourceParagraph: source.paragraph }),
    dayOf: (source) => find(source).day,
    describe: (source) => `${find(source).title}, paragraph ${source.paragraph}`,
  };
}
