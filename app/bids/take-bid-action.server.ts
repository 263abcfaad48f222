import { recordAudit } from "#app/audit/index.server.ts";
import { type Result, succeed } from "#app/core/result.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { ForbiddenError, StaleError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import { getBid } from "./bid.queries.server.ts";
import { type AwardingAction, BID_RULES, type BidAction, type BidStatus, isAwarding } from "./bid.status.ts";
import { BID_ACTION_WORDS } from "./bid-words.ts";
import { type MoveAnswers, moveBid } from "./move-bid.server.ts";

/**
 * Takes one action of the status table on a bid: submit it, sign it off, refuse it, withdraw it and so on.
 * The decisions that make an award are not here: they are recorded together with the award; nor is `sign`, which
 * `signBid` takes.
 * @param version the version that was read.
 * @throws NotFoundError where the actor may not read it. @throws ForbiddenError where they may not do this.
 * @throws StaleError where it was changed since.
 */
export async function takeBidAction(
  context: Context,
  id: number,
  version: number,
  action: Exclude<BidAction, AwardingAction | "sign">,
  answers: MoveAnswers,
): Promise<Result<{ bidId: number; to: BidStatus }>> {
  requirePermission(context, BID_RULES[action].bySigners ? "register.read" : BID_RULES[action].permission);
  const bid = await getBid(context, id);
  if (isAwarding(action)) throw new ForbiddenError("decision.record");
  if (bid.version !== version) throw new StaleError();
  return writeOrUndo(context, async (trx) => {
    const moved = await moveBid(trx, context, bid, action, answers);
    if (!moved.ok) return moved;
    const { to } = moved.value;
    await recordAudit(trx, context, {
      action: BID_ACTION_WORDS[action].audited,
      recordType: "bid",
      recordId: id,
      before: { status: bid.status, version },
      after: { status: to, version: moved.value.version, ...answers },
    });
    return succeed({ bidId: id, to });
  });
}
