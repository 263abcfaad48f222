import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, personId, requirePermission } from "#app/platform/context.server.ts";
import { getItem, getReconciliation } from "./reconciliations.queries.server.ts";

/**
 * Accepts a difference between a funder's list and the register with a reason: it stays to be seen.
 * @throws NotFoundError, ForbiddenError.
 */
export async function acceptDifference(
  context: Context,
  id: number,
  itemId: number,
  reason: string,
): Promise<Result<{ id: number }>> {
  const { partnershipId } = await getReconciliation(context, id);
  requirePermission(context, "list.reconcile", [partnershipId]);
  const item = await getItem(context, id, itemId);
  if (item.kind === "agreed") return fail({ form: "Both sides agree: there is nothing to accept" });
  const accepted_by = personId(context);
  return context.db.write(async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    const already = await trx
      .selectFrom("reconciliation_acceptance")
      .select("item_id")
      .where("item_id", "=", itemId)
      .executeTakeFirst();
    if (already) return fail({ form: "It was accepted already" });
    const accepted = { item_id: itemId, reason, accepted_at: context.now(), accepted_by };
    await trx.insertInto("reconciliation_acceptance").values(accepted).execute();
    await recordAudit(trx, context, {
      action: "accept a difference",
      recordType: "reconciliation",
      recordId: id,
      after: { item: itemId, award: item.awardId, rows: item.theirRows, reason },
    });
    return succeed({ id });
  });
}
