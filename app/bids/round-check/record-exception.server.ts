import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, may, personId, requirePermission } from "#app/platform/context.server.ts";
import { ForbiddenError, StaleError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import type { Writer } from "#db/open.server.ts";
import { getBid } from "../bid.queries.server.ts";
import { writablePartnerships } from "../bid.rules.ts";
import { isAgreed } from "./agreed.server.ts";
import { isKeptWithBid } from "./agreed-exceptions.queries.server.ts";
import type { ExceptionInput } from "./exception.schema.ts";
import type { RoundRule } from "./round-check.ts";
import { KEPT_WITH_BID } from "./rule-words.ts";

/**
 * Records that the funder agreed to set a rule of the round aside for this bid: who agreed, when and why.
 * @throws NotFoundError where the actor may not read the bid. @throws ForbiddenError where its lead's people write it.
 */
export async function recordException(
  context: Context,
  bidId: number,
  rule: RoundRule,
  input: ExceptionInput,
): Promise<Result<{ bidId: number }>> {
  await requireWriter(context, bidId);
  const { agreedOn } = input;
  if (agreedOn !== null && agreedOn > context.today) {
    return fail({ agreedOn: "The date must be today or in the past" });
  }
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    if (await isAgreed(trx, bidId, rule)) {
      return fail({ form: "It is recorded already that the funder agreed to this" });
    }
    const row = {
      bid_id: bidId,
      rule,
      reason: input.reason,
      agreed_by: input.agreedBy,
      agreed_on: agreedOn,
      person_id: personId(context),
      recorded_at: context.now(),
    };
    await trx.insertInto("bid_agreed_exception").values(row).execute();
    await staleWhereSigned(trx, bidId);
    await recordAudit(trx, context, {
      action: "record agreed exception of bid",
      recordType: "bid",
      recordId: bidId,
      after: row,
    });
    return succeed({ bidId });
  });
}

/**
 * Takes back that the funder agreed; the record stays, with who took it back. What a bid is signed with, or was sent by, is not
 * taken back: a request for sign-off is, before that. @throws StaleError where it is gone.
 */
export async function takeBackException(
  context: Context,
  bidId: number,
  rule: RoundRule,
): Promise<Result<{ bidId: number }>> {
  await requireWriter(context, bidId);
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    const kept = await trx
      .selectFrom("bid_agreed_exception")
      .select("id")
      .where("bid_id", "=", bidId)
      .where("rule", "=", rule)
      .where("taken_back_at", "is", null)
      .where(isKeptWithBid())
      .executeTakeFirst();
    if (kept) return fail({ form: KEPT_WITH_BID });
    const taken = await trx
      .updateTable("bid_agreed_exception")
      .set({
        taken_back_at: context.now(),
        taken_back_by: personId(context),
      })
      .where("bid_id", "=", bidId)
      .where("rule", "=", rule)
      .where("taken_back_at", "is", null)
      .executeTakeFirst();
    if (taken.numUpdatedRows === 0n) throw new StaleError();
    await staleWhereSigned(trx, bidId);
    await recordAudit(trx, context, {
      action: "take back agreed exception of bid",
      recordType: "bid",
      recordId: bidId,
      before: { rule },
    });
    return succeed({ bidId });
  });
}

/** A page on which a bid is being signed is out of date once what is signed changes. */
async function staleWhereSigned(trx: Writer, bidId: number): Promise<void> {
  await trx
    .updateTable("bid")
    .set((e) => ({ version: e("version", "+", 1) }))
    .where("id", "=", bidId)
    .where("status", "=", "awaiting_sign_off")
    .execute();
}

async function requireWriter(context: Context, bidId: number): Promise<void> {
  requirePermission(context, "bid.write");
  const bid = await getBid(context, bidId);
  if (!may(context.actor, "bid.write", writablePartnerships(bid))) throw new ForbiddenError("bid.write");
}
