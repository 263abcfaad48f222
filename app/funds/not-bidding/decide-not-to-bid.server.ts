import type { Insertable } from "kysely";
import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, personId, requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import type { Writer } from "#db/open.server.ts";
import type { DatabaseSchema } from "#db/schema.ts";
import type { NotBiddingInput } from "./not-bidding.schema.ts";

/**
 * Records that a partnership decided not to bid to a round, and why: scrutiny asks for it. A second decision of the
 * same partnership takes the place of the first, which the audit log keeps.
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
    const key = { round_id: roundId, partnership_id: input.partnershipId };
    const before = await trx
      .selectFrom("round_not_bid")
      .selectAll()
      .where("round_id", "=", key.round_id)
      .where("partnership_id", "=", key.partnership_id)
      .executeTakeFirst();
    const decision = {
      decided_on: input.decidedOn,
      reason: input.reason,
      recorded_at: context.now(),
      recorded_by: personId(context),
    };
    const id = before ? before.id : await insert(trx, { ...key, ...decision });
    if (before) await trx.updateTable("round_not_bid").set(decision).where("id", "=", before.id).execute();
    await recordAudit(trx, context, {
      action: "decide not to bid",
      recordType: "round_not_bid",
      recordId: id,
      before,
      after: { ...key, ...decision },
    });
    return succeed({ id });
  });
}

async function insert(trx: Writer, values: Insertable<DatabaseSchema["round_not_bid"]>): Promise<number> {
  const row = await trx.insertInto("round_not_bid").values(values).returning("id").executeTakeFirstOrThrow();
  return row.id;
}
