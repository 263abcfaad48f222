import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, personId, requirePermission } from "#app/platform/context.server.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import { getItem, getReconciliation, type ShownItem } from "./reconciliations.queries.server.ts";

/**
 * Accepts a difference between a funder's list and the register with a reason: it stays to be seen. @param sameAs the item
 * of the other side that it is taken for the same as: both are accepted, each naming the other.
 * @throws NotFoundError, ForbiddenError.
 */
export async function acceptDifference(
  context: Context,
  id: number,
  itemId: number,
  reason: string,
  sameAs: number | null = null,
): Promise<Result<{ id: number }>> {
  const { partnershipId } = await getReconciliation(context, id);
  requirePermission(context, "list.reconcile", [partnershipId]);
  const item = await getItem(context, id, itemId);
  if (item.kind === "agreed") return fail({ form: "Both sides agree: there is nothing to accept" });
  const other = sameAs === null ? null : await getItem(context, id, sameAs);
  if (other && !areOfBothSides(item, other)) return fail({ form: "Choose an award and a row" });
  const accepted_by = personId(context);
  const accepted = [
    { item, reason: other ? sameWords(other, reason) : reason },
    ...(other ? [{ item: other, reason: sameWords(item, reason) }] : []),
  ];
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    for (const { item: each, reason: words } of accepted) {
      const already = await trx
        .selectFrom("reconciliation_acceptance")
        .select("item_id")
        .where("item_id", "=", each.id)
        .executeTakeFirst();
      if (already) return fail({ form: "It was accepted already" });
      const row = { item_id: each.id, reason: words, accepted_at: context.now(), accepted_by };
      await trx.insertInto("reconciliation_acceptance").values(row).execute();
      await recordAudit(trx, context, {
        action: "accept a difference",
        recordType: "reconciliation",
        recordId: id,
        after: { item: each.id, award: each.awardId, rows: each.theirRows, reason: words },
      });
    }
    return succeed({ id });
  });
}

function areOfBothSides(one: ShownItem, other: ShownItem): boolean {
  return [one.kind, other.kind].sort().join() === "ours_only,theirs_only";
}

function sameWords(other: ShownItem, reason: string): string {
  const name = other.kind === "ours_only" ? `our award ${other.reference}` : `their row ${other.theirRows}`;
  return `The same as ${name}. ${reason}`;
}
