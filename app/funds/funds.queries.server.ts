import type { Context } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { byName, named } from "./funders.queries.server.ts";
import type { Fund } from "./funds.ts";

function selectFunds(context: Context) {
  return context.db.read
    .selectFrom("fund")
    .leftJoin("funder", "funder.id", "fund.funder_id")
    .leftJoin("fund as merged", "merged.id", "fund.merged_into_id")
    .selectAll("fund")
    .select(["funder.name as funder_name", "merged.name as merged_name"]);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectFunds>["execute"]>>[number];

function toFund(row: Row): Fund {
  return {
    id: row.id,
    name: row.name,
    funder: named(row.funder_id, row.funder_name),
    description: row.description,
    mergedInto: named(row.merged_into_id, row.merged_name),
    sourceDocumentId: row.source_document_id,
    sourceParagraph: row.source_paragraph,
    version: row.version,
  };
}

/** Every fund that may be chosen, by name; duplicates that were merged are left out. */
export async function listFunds(context: Context, filter: { funderId?: number } = {}): Promise<Fund[]> {
  let query = selectFunds(context).where("fund.merged_into_id", "is", null);
  if (filter.funderId !== undefined) query = query.where("fund.funder_id", "=", filter.funderId);
  const rows = await query.execute();
  return rows.map(toFund).sort((a, b) => byName(a, b) || a.id - b.id);
}

/** A fund, a merged one too. @throws NotFoundError where there is none. */
export async function getFund(context: Context, id: number): Promise<Fund> {
  const row = await selectFunds(context).where("fund.id", "=", id).executeTakeFirst();
  if (!row) throw new NotFoundError(`No fund ${id}`);
  return toFund(row);
}
