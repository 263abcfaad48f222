import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import { mayBeChosen } from "./names.server.ts";

/**
 * Merges a funder that doubles another into it. The duplicate leaves every choice; its funds, and whatever pointed
 * to it as successor or as merged, move to the one that stays. Postings are never touched.
 * @throws NotFoundError where there is no such funder.
 */
export async function mergeFunder(
  context: Context,
  id: number,
  intoId: number,
): Promise<Result<{ funderId: number }>> {
  requirePermission(context, "fund.merge");
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    const before = await trx.selectFrom("funder").selectAll().where("id", "=", id).executeTakeFirst();
    if (!before) throw new NotFoundError(`No funder ${id}`);
    if (before.merged_into_id !== null) return fail({ form: "This funder was already merged into another" });
    if (intoId === id || !(await mayBeChosen(trx, "funder", intoId))) {
      return fail({ intoId: "Choose another funder from the list" });
    }
    const funds = await trx
      .selectFrom("fund")
      .select("id")
      .where("funder_id", "=", id)
      .orderBy("id")
      .execute();
    await trx
      .updateTable("fund")
      .set((e) => ({ funder_id: intoId, version: e("version", "+", 1) }))
      .where("funder_id", "=", id)
      .execute();
    await trx
      .updateTable("funder")
      .set({ merged_into_id: intoId })
      .where("merged_into_id", "=", id)
      .execute();
    await trx
      .updateTable("funder")
      .set({ successor_id: null })
      .where("id", "=", intoId)
      .where("successor_id", "=", id)
      .execute();
    await trx.updateTable("funder").set({ successor_id: intoId }).where("successor_id", "=", id).execute();
    await trx
      .updateTable("funder")
      .set({ merged_into_id: intoId, version: before.version + 1 })
      .where("id", "=", id)
      .execute();
    await recordAudit(trx, context, {
      action: "merge funder",
      recordType: "funder",
      recordId: id,
      before,
      after: { merged_into_id: intoId, movedFundIds: funds.map((fund) => fund.id) },
    });
    return succeed({ funderId: intoId });
  });
}
