import { recordAudit } from "#app/audit/index.server.ts";
import { getAward, refusalOfClosed } from "#app/awards/index.server.ts";
import { writingPartnerships } from "#app/awards/index.ts";
import { formatDate } from "#app/core/calendar-date.ts";
import { formatPounds, sumPence } from "#app/core/money.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, personId, requirePermission } from "#app/platform/context.server.ts";
import { StaleError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import type { Writer } from "#db/open.server.ts";
import { listClaims } from "../claims.queries.server.ts";
import { moneyOfAward } from "../spend/money-of-award.queries.server.ts";
import { dueWords, lastStanding, type NewRepayment, type Repayment, repaidOf } from "./repayment.ts";
import { listRepayments } from "./repayments.queries.server.ts";

type Entry = { day: string; pence: number; reference: string | null; reversesId: number | null };

/**
 * Records that money went back to the funder, never more than had come by then; more than is to go back needs a reason.
 * @throws NotFoundError, ForbiddenError.
 */
export function recordRepayment(
  context: Context,
  awardId: number,
  { amountPence, repaidOn, reference, reason }: NewRepayment,
): Promise<Result<{ repaidPence: number }>> {
  const day = repaidOn ?? context.today;
  return write(context, awardId, reason, async (trx, repayments) => {
    if (day > context.today) return fail({ repaidOn: "The date must be today or in the past" });
    if (amountPence === 0) return fail({ amountPence: "Enter an amount above £0" });
    const came = (await listClaims(trx, awardId)).map(({ receivedPence }) => receivedPence);
    const held = sumPence(came) - repaidOf(repayments);
    if (amountPence > held) {
      return fail({ amountPence: `Only ${formatPounds(Math.max(0, held))} came and has not gone back` });
    }
    const cameByThen = await receivedBy(trx, awardId, day);
    if (amountPence > cameByThen) {
      return fail({ repaidOn: `Only ${formatPounds(cameByThen)} had come by ${formatDate(day)}` });
    }
    const { due } = await moneyOfAward(context, awardId, trx);
    if (amountPence > due.pence && reason === null) {
      return fail({ reason: `${dueWords(due)}: enter why ${due.pence > 0 ? "more" : "money"} went back` });
    }
    return succeed({ day, pence: amountPence, reference, reversesId: null });
  });
}

/** What had come for the claims on an award by the end of a day, pence. */
async function receivedBy(trx: Writer, awardId: number, day: string): Promise<number> {
  const { pence } = await trx
    .selectFrom("claim_receipt")
    .innerJoin("claim", "claim.id", "claim_receipt.claim_id")
    .select((e) => e.cast<number | null>(e.fn.sum("claim_receipt.amount_pence"), "bigint").as("pence"))
    .where("claim.award_id", "=", awardId)
    .where("received_on", "<=", day)
    .executeTakeFirstOrThrow();
  return pence ?? 0;
}

/**
 * Takes the last repayment back that was wrong; it stays, with why.
 * @throws NotFoundError, ForbiddenError; StaleError where another entry was made since the page was read.
 */
export function takeBackRepayment(
  context: Context,
  awardId: number,
  { version, reason }: { version: number; reason: string },
): Promise<Result<{ repaidPence: number }>> {
  return write(context, awardId, reason, async (_trx, repayments) => {
    const last = lastStanding(repayments);
    if (!last || repayments.length !== version) throw new StaleError();
    return succeed({ day: context.today, pence: -last.amountPence, reference: null, reversesId: last.id });
  });
}

async function write(
  context: Context,
  awardId: number,
  reason: string | null,
  entryOf: (trx: Writer, repayments: Repayment[]) => Promise<Result<Entry>>,
): Promise<Result<{ repaidPence: number }>> {
  const award = await getAward(context, awardId);
  requirePermission(context, "claim.sign", writingPartnerships(award.partnerships));
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAward(trx, awardId);
    const closed = await refusalOfClosed(trx, awardId);
    if (closed !== null) return fail({ form: closed });
    const repayments = await listRepayments(trx, awardId);
    const entry = await entryOf(trx, repayments);
    if (!entry.ok) return entry;
    const { day, pence, reference, reversesId } = entry.value;
    await trx
      .insertInto("repayment")
      .values({
        award_id: awardId,
        repaid_on: day,
        amount_pence: pence,
        reference,
        reverses_id: reversesId,
        reason,
        recorded_at: context.now(),
        recorded_by: personId(context),
      })
      .execute();
    const before = repaidOf(repayments);
    await recordAudit(trx, context, {
      action: reversesId === null ? "record repayment of award" : "take back repayment of award",
      recordType: "award",
      recordId: awardId,
      before: { repaid_pence: before },
      after: { repaid_pence: before + pence, repaid_on: day, reference, reason },
    });
    return succeed({ repaidPence: before + pence });
  });
}
