import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, personId, requirePermission } from "#app/platform/context.server.ts";
import { StaleError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import { getNotBid } from "./not-bidding.queries.server.ts";
import type { TakingBackInput } from "./not-bidding.schema.ts";

/**
 * Takes back a decision not to bid, with the day and the reason; the decision stays beside it. By those who may decide it.
 * @throws NotFoundError where it is of no partnership of the actor's. @throws StaleError where it stands no more.
 */
export async function takeBackDecision(
  context: Context,
  id: number,
  { takenBackOn, reason }: TakingBackInput,
): Promise<Result<{ roundId: number }>> {
  const { round, partnership, decidedOn } = await getNotBid(context, id);
  requirePermission(context, "bid.write", [partnership.id]);
  if (takenBackOn > context.today) return fail({ takenBackOn: "The date must be today or in the past" });
  if (takenBackOn < decidedOn) {
    return fail({ takenBackOn: "The date must not be before that of the decision" });
  }
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    const after = { taken_back_on: takenBackOn, taken_back_because: reason };
    const taken = await trx
      .updateTable("round_not_bid")
      .set({ ...after, until: context.now(), taken_back_by: personId(context) })
      .where("id", "=", id)
      .where("until", "is", null)
      .executeTakeFirst();
    if (taken.numUpdatedRows === 0n) throw new StaleError();
    await recordAudit(trx, context, {
      action: "take back decision not to bid",
      recordType: "round_not_bid",
      recordId: id,
      after,
    });
    return succeed({ roundId: round.id });
  });
}
