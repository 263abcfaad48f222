import { sql } from "kysely";
import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, personId, requirePermission } from "#app/platform/context.server.ts";
import type { Writer } from "#db/open.server.ts";
import { type FunderList, parseList } from "./funder-list.rules.ts";
import { type ListColumns, noAmountsWords, readRows } from "./list-columns.rules.ts";
import { matchList } from "./match.rules.ts";
import { listOurAwards } from "./our-awards.queries.server.ts";
import type { ReconciledItem } from "./reconciliation.ts";
import { getReconciliation, type LeftOut, listTextOf } from "./reconciliations.queries.server.ts";

/**
 * Holds a list that was taken against our awards, by the columns chosen, and keeps what came of it. Once only: a list
 * is taken again where something was chosen wrongly. @throws NotFoundError, ForbiddenError.
 */
export async function matchTakenList(
  context: Context,
  id: number,
  columns: ListColumns,
): Promise<Result<{ id: number }>> {
  const taken = await getReconciliation(context, id);
  requirePermission(context, "list.reconcile", [taken.partnershipId]);
  const list = parseList(await listTextOf(context, id));
  if (!list.ok) return fail({ form: list.errors.list ?? "The list cannot be read" });
  const noAmounts = noAmountsWords(list.value, columns.amount);
  if (noAmounts !== null) return fail({ amount: noAmounts });
  const match = await matchWithAwards(context, taken, list.value, columns);
  return context.db.write(async (trx) => {
    const isFirst = await keepMatch(trx, context, id, match);
    return isFirst ? succeed({ id }) : fail({ form: "This list was reconciled already" });
  });
}

export type Match = { columns: ListColumns; items: ReconciledItem[]; leftOut: LeftOut };

/** Holds the rows of a list against our awards as they stood on the day. */
export async function matchWithAwards(
  context: Context,
  taken: Parameters<typeof listOurAwards>[1] & { recipientWords: string | null },
  list: FunderList,
  columns: ListColumns,
): Promise<Match> {
  const { rows, ...leftOut } = readRows(list, columns, taken.recipientWords);
  return { columns, items: matchList(await listOurAwards(context, taken), rows), leftOut };
}

/** Keeps what came of a list that was taken. @returns false where something came of it already. */
export async function keepMatch(
  trx: Writer,
  context: Context,
  id: number,
  { columns, items, leftOut }: Match,
): Promise<boolean> {
  const changed = await trx
    .updateTable("reconciliation")
    .set({
      columns_json: JSON.stringify(columns),
      left_out_json: JSON.stringify(leftOut),
      matched_at: context.now(),
      known_on: sql<string>`coalesce(known_on, ${context.today})`,
      matched_by: personId(context),
    })
    .where("id", "=", id)
    .where("matched_at", "is", null)
    .executeTakeFirst();
  if (changed.numUpdatedRows !== 1n) return false;
  await context.db.engine.insertRows(
    trx,
    "reconciliation_item",
    items.map((item) => rowOf(id, item)),
  );
  const count = (kind: ReconciledItem["kind"]) => items.filter((item) => item.kind === kind).length;
  await recordAudit(trx, context, {
    action: "reconcile a funder’s list",
    recordType: "reconciliation",
    recordId: id,
    after: {
      columns,
      agreed: count("agreed"),
      differs: count("differs"),
      ours_only: count("ours_only"),
      theirs_only: count("theirs_only"),
    },
  });
  return true;
}

function rowOf(reconciliation_id: number, item: ReconciledItem) {
  return {
    reconciliation_id,
    kind: item.kind,
    matched_by: item.matchedBy,
    award_id: item.awardId,
    ours_pence: item.oursPence,
    ours_basis: item.oursBasis,
    theirs_pence: item.theirsPence,
    their_rows: item.theirRows.length === 0 ? null : item.theirRows.join(", "),
    their_reference: item.theirReference,
    their_recipient: item.theirRecipient,
    their_date: item.theirDate,
  };
}
