import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, may, personId, requirePermission } from "#app/platform/context.server.ts";
import { ForbiddenError, NotFoundError, StaleError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import { getBid } from "../bid.queries.server.ts";
import { writablePartnerships } from "../bid.rules.ts";
import { addEvent } from "../bid-history.server.ts";
import { moveBid } from "../move-bid.server.ts";
import type { ClarificationAnswer } from "./clarification.schema.ts";
import { listClarifications } from "./clarifications.queries.server.ts";

/**
 * Answers one question of the funder. The last one that was open brings the bid back to where it awaits its decision.
 * @throws NotFoundError where there is no such question on this bid. @throws ForbiddenError, StaleError.
 */
export async function answerClarification(
  context: Context,
  bidId: number,
  id: number,
  { version, answer, answeredOn }: ClarificationAnswer,
): Promise<Result<{ left: number }>> {
  requirePermission(context, "bid.write");
  const bid = await getBid(context, bidId);
  const all = await listClarifications(context.db.read, bidId);
  const asked = all.find((one) => one.id === id);
  if (!asked) throw new NotFoundError(`No clarification ${id}`);
  if (!may(context.actor, "bid.write", writablePartnerships(bid))) throw new ForbiddenError("bid.write");
  if (bid.version !== version || asked.answeredOn !== null) throw new StaleError();
  const day = answeredOn ?? context.today;
  if (day > context.today) return fail({ answeredOn: "The date must be today or in the past" });
  if (day < asked.askedOn) return fail({ answeredOn: "The date must not be before the question was asked" });
  const left = all.filter((one) => one.answeredOn === null).length - 1;
  return writeOrUndo(context, async (trx) => {
    await trx
      .updateTable("bid_clarification")
      .set({
        answer,
        answered_on: day,
        answered_by: personId(context),
      })
      .where("id", "=", id)
      .where("answered_on", "is", null)
      .execute();
    if (left === 0 && bid.status === "clarification_requested") {
      const moved = await moveBid(trx, context, bid, "answer_clarification", {
        happenedOn: day,
        reason: answer,
      });
      if (!moved.ok) return moved;
    } else {
      const changed = await trx
        .updateTable("bid")
        .set({ version: version + 1 })
        .where("id", "=", bidId)
        .where("version", "=", version)
        .executeTakeFirst();
      if (changed.numUpdatedRows === 0n) throw new StaleError();
      const { status } = bid;
      await addEvent(trx, context, bidId, {
        action: "answer_one_clarification",
        from: status,
        to: status,
        happenedOn: day,
        reason: answer,
      });
    }
    await recordAudit(trx, context, {
      action: "answer clarification of bid",
      recordType: "bid",
      recordId: bidId,
      before: { clarification: id, version },
      after: { answer, answered_on: day },
    });
    return succeed({ left });
  });
}
