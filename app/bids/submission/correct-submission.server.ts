import { recordAudit } from "#app/audit/index.server.ts";
import { firstDayOf } from "#app/core/calendar-date.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { ukLocalTime } from "#app/funds/index.ts";
import { type Context, may, personId, requirePermission } from "#app/platform/context.server.ts";
import { ForbiddenError, StaleError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import type { Writer } from "#db/open.server.ts";
import { getBid } from "../bid.queries.server.ts";
import { writablePartnerships } from "../bid.rules.ts";
import type { Bid } from "../bid.ts";
import { addEvent } from "../bid-history.server.ts";
import { refusalOfSending } from "../round-check/refuse-sent-on.server.ts";
import { closingOf } from "./keep-submission.server.ts";
import type { Correction } from "./submission.schema.ts";
import { refusalOfTime } from "./submission.ts";

/** True of a bid that has been sent, so that it can be said how and when. */
export function wasSubmitted({ status, submittedOn }: Pick<Bid, "status" | "submittedOn">): boolean {
  if (status === "draft" || status === "awaiting_sign_off") return false;
  return status !== "withdrawn" || submittedOn !== null;
}

/**
 * Puts right, or adds for a bid entered as history, when and how it was sent. What stood there before stays readable;
 * what was sent stays as it was kept.
 * @throws NotFoundError, ForbiddenError, StaleError where the bid was changed since it was read.
 */
export async function correctSubmission(
  context: Context,
  id: number,
  { version, ...correction }: Correction,
): Promise<Result<{ bidId: number }>> {
  requirePermission(context, "bid.write");
  const bid = await getBid(context, id);
  if (!may(context.actor, "bid.write", writablePartnerships(bid))) throw new ForbiddenError("bid.write");
  if (bid.version !== version) throw new StaleError();
  if (!wasSubmitted(bid)) return fail({ form: "This bid has not been submitted yet" });
  const { submittedOn } = correction;
  if (firstDayOf(submittedOn) > context.today) {
    return fail({ submittedOn: "The date it was submitted must be today or in the past" });
  }
  const early = refusalOfTime(submittedOn, correction.sentTime, ukLocalTime(context.now()));
  if (early !== null) return fail({ sentTime: early });
  if (bid.decidedOn !== null && firstDayOf(submittedOn) > bid.decidedOn) {
    return fail({ submittedOn: "The date it was submitted must not be after the decision" });
  }
  return writeOrUndo(context, async (trx) => {
    const before = await findSubmission(trx, id);
    const wasSentFromHere = before !== undefined && before.content_json !== null;
    const beforeOpening = wasSentFromHere ? await refusalOfSending(trx, bid, submittedOn) : null;
    if (beforeOpening !== null && submittedOn !== bid.submittedOn)
      return fail({ submittedOn: beforeOpening });
    const changed = await trx
      .updateTable("bid")
      .set({ submitted_on: submittedOn, version: version + 1 })
      .where("id", "=", id)
      .where("version", "=", version)
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) throw new StaleError();
    const after = {
      submitted_on: submittedOn,
      submitted_time: correction.sentTime,
      sent_by: correction.sentBy,
      channel: correction.channel,
      funder_reference: correction.reference,
    };
    await trx
      .insertInto("bid_submission")
      .values({
        bid_id: id,
        ...after,
        round_closed_at: before?.round_closed_at ?? (await closingOf(trx, bid.round?.id ?? null)),
        recorded_at: context.now(),
        recorded_by: personId(context),
        corrects_id: before?.id ?? null,
        correction_reason: correction.reason,
        content_json: before?.content_json ?? null,
        names_json: before?.names_json ?? null,
        fingerprint: before?.fingerprint ?? null,
      })
      .execute();
    const { status } = bid;
    const { reason, reference } = correction;
    await addEvent(trx, context, id, {
      action: "correct_submission",
      from: status,
      to: status,
      happenedOn: submittedOn,
      reason,
      reference,
    });
    await recordAudit(trx, context, {
      action: "correct submission of bid",
      recordType: "bid",
      recordId: id,
      before: { submitted_on: bid.submittedOn, version, submission: before?.id ?? null },
      after: { ...after, version: version + 1, reason },
    });
    return succeed({ bidId: id });
  });
}

/** What is kept of the last time that a bid was said to be sent. */
function findSubmission(trx: Writer, bidId: number) {
  return trx
    .selectFrom("bid_submission")
    .selectAll()
    .where("bid_id", "=", bidId)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
}
