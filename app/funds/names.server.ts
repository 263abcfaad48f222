import type { Writer } from "#db/open.server.ts";

/** Where a record's facts were published: given by what is entered from a document, absent from what is typed. */
export type SourceInput = { sourceDocumentId?: number | null; sourceParagraph?: string | null };

/** The columns of a source, null where it is not given. */
export function sourceColumns(input: SourceInput) {
  return {
    source_document_id: input.sourceDocumentId ?? null,
    source_paragraph: input.sourceParagraph ?? null,
  };
}

/** True where another funder has this name, whatever the case of its letters; merged ones keep theirs. */
export async function isFunderNameTaken(trx: Writer, name: string, exceptId = 0): Promise<boolean> {
  const taken = await trx
    .selectFrom("funder")
    .select("id")
    .where((e) => e(e.fn<string>("lower", ["name"]), "=", e.fn<string>("lower", [e.val(name)])))
    .where("id", "<>", exceptId)
    .executeTakeFirst();
  return taken !== undefined;
}

/** True where the funder has another fund of this name, whatever the case of its letters. */
export async function isFundNameTaken(
  trx: Writer,
  fund: { name: string; funderId: number | null },
  exceptId = 0,
): Promise<boolean> {
  const taken = await trx
    .selectFrom("fund")
    .select("id")
    .where((e) => e(e.fn<string>("lower", ["name"]), "=", e.fn<string>("lower", [e.val(fund.name)])))
    .where("funder_id", fund.funderId === null ? "is" : "=", fund.funderId)
    .where("merged_into_id", "is", null)
    .where("id", "<>", exceptId)
    .executeTakeFirst();
  return taken !== undefined;
}

/** True where there is such a funder or fund and it was not merged into another. */
export async function mayBeChosen(trx: Writer, table: "funder" | "fund", id: number): Promise<boolean> {
  const row = await trx
    .selectFrom(table)
    .select("id")
    .where("id", "=", id)
    .where("merged_into_id", "is", null)
    .executeTakeFirst();
  return row !== undefined;
}
