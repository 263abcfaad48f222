import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, personId, requirePermission } from "#app/platform/context.server.ts";
import { getPublished } from "./published.queries.server.ts";

/**
 * Withdraws a published report: it stays where it is, with the reason in front of it.
 * @throws NotFoundError where it is not in scope.
 */
export async function withdrawPublished(
  context: Context,
  id: number,
  reason: string,
): Promise<Result<{ id: number }>> {
  const published = await getPublished(context, id);
  requirePermission(context, "report.publish", [published.partnershipId]);
  const withdrawal = {
    published_report_id: id,
    reason,
    withdrawn_at: context.now(),
    withdrawn_by: personId(context),
  };
  return context.db.write(async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    const already = await trx
      .selectFrom("published_report_withdrawal")
      .select("published_report_id")
      .where("published_report_id", "=", id)
      .executeTakeFirst();
    if (already) return fail({ form: "It was withdrawn already" });
    await trx.insertInto("published_report_withdrawal").values(withdrawal).execute();
    await recordAudit(trx, context, {
      action: "withdraw published report",
      recordType: "published_report",
      recordId: id,
      after: { reason },
    });
    return succeed({ id });
  });
}
