import { recordAudit } from "#app/audit/index.server.ts";
import { firstDayOf } from "#app/core/calendar-date.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, may, personId, requirePermission } from "#app/platform/context.server.ts";
import { ForbiddenError, StaleError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import { getBid } from "../bid.queries.server.ts";
import { writablePartnerships } from "../bid.rules.ts";
import { wasSubmitted } from "../submission/correct-submission.server.ts";
import type { FeedbackInput } from "./feedback.schema.ts";

/**
 * Records the OPCC's ranking of a bid, the funder's feedback and the lessons, in place of what stood there.
 * @param input.version of what was read; 0 where nothing was there. @throws NotFoundError, ForbiddenError, StaleError.
 */
export async function recordFeedback(
  context: Context,
  bidId: number,
  { version, ...input }: FeedbackInput,
): Promise<Result<{ bidId: number }>> {
  requirePermission(context, "bid.write");
  const bid = await getBid(context, bidId);
  if (!may(context.actor, "bid.write", writablePartnerships(bid))) throw new ForbiddenError("bid.write");
  if (!wasSubmitted(bid)) return fail({ form: "This bid has not been submitted yet" });
  if (input.rankedOn !== null && firstDayOf(input.rankedOn) > context.today) {
    return fail({ rankedOn: "The date of the ranking must be today or in the past" });
  }
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    const before = await trx
      .selectFrom("bid_feedback")
      .selectAll()
      .where("bid_id", "=", bidId)
      .executeTakeFirst();
    if ((before?.version ?? 0) !== version) throw new StaleError();
    const after = {
      ranked: input.rankValue,
      ranked_of: input.rankOfValue,
      ranked_on: input.rankedOn,
      feedback: input.feedback,
      lessons: input.lessons,
      version: version + 1,
      saved_at: context.now(),
      saved_by: personId(context),
    };
    await trx.deleteFrom("bid_feedback").where("bid_id", "=", bidId).execute();
    await trx
      .insertInto("bid_feedback")
      .values({ bid_id: bidId, ...after })
      .execute();
    await recordAudit(trx, context, {
      action: "record feedback on bid",
      recordType: "bid",
      recordId: bidId,
      before,
      after,
    });
    return succeed({ bidId });
  });
}
