import type { Context } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import type { Funder, Named } from "./funds.ts";

/*
 * Funders, funds and rounds are reference facts that all partnerships share: these queries do not narrow to the scope.
 * Who bid for what and was awarded it is read elsewhere, and is scoped there.
 */

function selectFunders(context: Context) {
  return context.db.read
    .selectFrom("funder")
    .leftJoin("funder as successor", "successor.id", "funder.successor_id")
    .leftJoin("funder as merged", "merged.id", "funder.merged_into_id")
    .selectAll("funder")
    .select(["successor.name as successor_name", "merged.name as merged_name"]);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectFunders>["execute"]>>[number];

function toFunder(row: Row): Funder {
  return {
    id: row.id,
    name: row.name,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    successor: named(row.successor_id, row.successor_name),
    mergedInto: named(row.merged_into_id, row.merged_name),
    note: row.note,
    sourceDocumentId: row.source_document_id,
    sourceParagraph: row.source_paragraph,
    version: row.version,
  };
}

/** Every funder that may be chosen, by name; duplicates that were merged are left out. */
export async function listFunders(context: Context): Promise<Funder[]> {
  const rows = await selectFunders(context).where("funder.merged_into_id", "is", null).execute();
  return rows.map(toFunder).sort(byName);
}

/** A funder, a merged one too. @throws NotFoundError where there is none. */
export async function getFunder(context: Context, id: number): Promise<Funder> {
  const row = await selectFunders(context).where("funder.id", "=", id).executeTakeFirst();
  if (!row) throw new NotFoundError(`No funder ${id}`);
  return toFunder(row);
}

/** The funders that this one follows, and the duplicates that were merged into it, each by name. */
export async function funderBefore(
  context: Context,
  id: number,
): Promise<{ predecessors: Named[]; duplicates: Named[] }> {
  const rows = await context.db.read
    .selectFrom("funder")
    .select(["id", "name", "successor_id", "merged_into_id"])
    .where((e) => e.or([e("successor_id", "=", id), e("merged_into_id", "=", id)]))
    .execute();
  const asNamed = (wanted: (row: (typeof rows)[number]) => boolean) =>
    rows
      .filter(wanted)
      .map((row) => ({ id: row.id, name: row.name }))
      .sort(byName);
  return {
    predecessors: asNamed((row) => row.successor_id === id && row.merged_into_id === null),
    duplicates: asNamed((row) => row.merged_into_id === id),
  };
}

/** A record by its name, null where the id or the name is. */
export function named(id: number | null, name: string | null): Named | null {
  return id === null || name === null ? null : { id, name };
}

const alphabet = new Intl.Collator("en-GB");

/** Names in the order of the alphabet, the same on every engine. */
export function byName(a: { name: string }, b: { name: string }): number {
  return alphabet.compare(a.name, b.name);
}
