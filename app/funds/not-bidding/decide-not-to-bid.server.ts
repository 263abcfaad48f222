import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, personId, requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import type { NotBiddingInput } from "./not-bidding.schema.ts";

/**
 * Records that a partnership decided not to bid to a round, and why: scrutiny asks for it. A second decision of the
 * same partnership takes the place of the first, which stays as what was known until then.
 * @throws NotFoundError where there is no such round.
 */
export async function decideNotToBid(
  context: Context,
  roundId: number,
  input: NotBiddingInput,
): Promise<Result<{ id: number }>> {
  requirePermission(context, "bid.write", [input.partnershipId]);
  if (input.decidedOn > context.today) return fail({ decidedOn: "The date must be today or in the past" });
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    const round = await trx.selectFrom("round").select("id").where("id", "=", roundId).executeTakeFirst();
    if (!round) throw new NotFoundError(`No round ${roundId}`);
    const now = context.now();
    const before = await trx
      .updateTable("round_not_bid")
      .set({ until: now })
      .where("round_id", "=", roundId)
      .where("partnership_id", "=", input.partnershipId)
      .where("until", "is", null)
      .returningAll()
      .executeTakeFirst();
    const after = {
      round_id: roundId,
      partnership_id: input.partnershipId,
      decided_on: input.decidedOn,
      reason: input.reason,
      recorded_at: now,
      recorded_by: personId(context),
    };
    const { id } = await trx
      .insertInto("round_not_bid")
      .values(after)
      .returning("id")
      .executeTakeFirstOrThrow();
    await recordAudit(trx, context, {
      action: "decide not to bid",
      recordType: "round_not_bid",
      recordId: id,
      before: before && { ...before, until: null },
      after,
    });
    return succeed({ id });
  });
}
