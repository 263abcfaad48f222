import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import { mayBeChosen } from "./names.server.ts";

/**
 * Merges a fund that doubles another into it. The duplicate leaves every choice and its rounds move to the one that
 * stays. Postings are never touched.
 * @throws NotFoundError where there is no such fund.
 */
export async function mergeFund(
  context: Context,
  id: number,
  intoId: number,
): Promise<Result<{ fundId: number }>> {
  requirePermission(context, "fund.merge");
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    const before = await trx.selectFrom("fund").selectAll().where("id", "=", id).executeTakeFirst();
    if (!before) throw new NotFoundError(`No fund ${id}`);
    if (before.merged_into_id !== null) return fail({ form: "This fund was already merged into another" });
    if (intoId === id || !(await mayBeChosen(trx, "fund", intoId))) {
      return fail({ intoId: "Choose another fund from the list" });
    }
    const rounds = await trx
      .selectFrom("round")
      .select("id")
      .where("fund_id", "=", id)
      .orderBy("id")
      .execute();
    await trx
      .updateTable("round")
      .set((e) => ({ fund_id: intoId, version: e("version", "+", 1) }))
      .where("fund_id", "=", id)
      .execute();
    await trx.updateTable("fund").set({ merged_into_id: intoId }).where("merged_into_id", "=", id).execute();
    await trx
      .updateTable("fund")
      .set({ merged_into_id: intoId, version: before.version + 1 })
      .where("id", "=", id)
      .execute();
    await recordAudit(trx, context, {
      action: "merge fund",
      recordType: "fund",
      recordId: id,
      before,
      after: { merged_into_id: intoId, movedRoundIds: rounds.map((round) => round.id) },
    });
    return succeed({ fundId: intoId });
  });
}
