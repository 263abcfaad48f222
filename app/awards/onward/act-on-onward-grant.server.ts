import { recordAudit } from "#app/audit/index.server.ts";
import { formatPounds } from "#app/core/money.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, personId, requirePermission } from "#app/platform/context.server.ts";
import { StaleError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import type { Writer } from "#db/open.server.ts";
import { writingPartnerships } from "../award.ts";
import { getAward } from "../awards.queries.server.ts";
import { refusalOfClosed } from "../closure/closed.queries.server.ts";
import { findReported } from "../returns/returns.queries.server.ts";
import { canFollow, ONWARD_RULES, type OnwardAction, type OnwardAnswers } from "./onward-actions.ts";
import { refusalOfAmount, refusalOfPayment } from "./onward-grant.rules.ts";
import type { OnwardGrant } from "./onward-grant.ts";
import {
  getOnwardGrant,
  holdingOf,
  listOnwardGrants,
  listOnwardPayments,
} from "./onward-grants.queries.server.ts";

/** An entry to be written, or nothing where the action moves no money. */
type Entry = { kind: "paid" | "returned"; amountPence: number; reversesId: number | null } | null;

/**
 * Records what was paid of an onward grant or came back, takes the last entry back, or cancels the grant. On a day of
 * which the return was sent, what was paid or came back needs a reason.
 * @throws NotFoundError, ForbiddenError; StaleError where the grant has moved on since it was read.
 */
export async function actOnOnwardGrant(
  context: Context,
  ids: { awardId: number; grantId: number },
  action: OnwardAction,
  version: number,
  answers: OnwardAnswers,
): Promise<Result<{ version: number }>> {
  const { awardId, grantId } = ids;
  const award = await getAward(context, awardId);
  requirePermission(context, ONWARD_RULES[action].permission, writingPartnerships(award.partnerships));
  await getOnwardGrant(context.db.read, awardId, grantId);
  const day = answers.happenedOn ?? context.today;
  if (day > context.today) return fail({ happenedOn: "The date must be today or in the past" });
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAward(trx, awardId);
    const closed = await refusalOfClosed(trx, awardId);
    if (closed !== null) return fail({ form: closed });
    const grant = await getOnwardGrant(trx, awardId, grantId);
    if (grant.version !== version || !canFollow(action, grant)) throw new StaleError();
    const entry = await entryOf(trx, context, grant, action, day, answers);
    if (!entry.ok) return entry;
    const late = entry.value !== null && entry.value.reversesId === null && !answers.reportedBecause;
    if (late && (await findReported(trx, { awardId }, { from: day, to: day })) !== null) {
      return fail({ reportedBecause: "The return for this period was sent: enter why it is recorded now" });
    }
    await write(trx, context, grant, entry.value, day, answers);
    const sums = sumsAfter(grant, entry.value);
    await trx
      .updateTable("onward_grant")
      .set({
        ...sums,
        version: version + 1,
        ...(action === "cancel" && { cancelled_on: context.today, cancelled_because: answers.reason }),
      })
      .where("id", "=", grantId)
      .execute();
    await recordAudit(trx, context, {
      action: `${action} of onward grant`,
      recordType: "award",
      recordId: awardId,
      before: { number: grant.number, paid_pence: grant.paidPence, returned_pence: grant.returnedPence },
      after: {
        ...sums,
        happened_on: day,
        reason: answers.reason,
        reported_because: answers.reportedBecause ?? null,
      },
    });
    return succeed({ version: version + 1 });
  });
}

async function entryOf(
  trx: Writer,
  context: Context,
  grant: OnwardGrant,
  action: OnwardAction,
  day: string,
  answers: OnwardAnswers,
): Promise<Result<Entry>> {
  if (action === "cancel") return succeed(null);
  if (action === "take-back") {
    const payments = await listOnwardPayments(trx, grant.id);
    const gone = new Set(payments.map(({ reversesId }) => reversesId));
    const last = payments.findLast(({ id, amountPence }) => amountPence > 0 && !gone.has(id));
    if (!last) throw new StaleError();
    const paid = grant.paidPence - grant.returnedPence + last.amountPence;
    if (last.kind === "returned" && grant.amountPence !== null && paid > grant.amountPence) {
      return fail({ form: "More would then be paid than the grant comes to: change its amount first" });
    }
    return succeed({ kind: last.kind, amountPence: -last.amountPence, reversesId: last.id });
  }
  const amountPence = answers.amountPence ?? 0;
  if (amountPence === 0) return fail({ amountPence: "Enter an amount above £0" });
  const held = grant.paidPence - grant.returnedPence;
  if (action === "return") {
    if (amountPence <= held) return succeed({ kind: "returned", amountPence, reversesId: null });
    return fail({ amountPence: `Only ${formatPounds(held)} was paid and has not come back` });
  }
  const refused = refusalOfPayment(grant, { pence: amountPence, day, said: answers.reason });
  if (refused) return fail({ [refused.field]: refused.message });
  if (grant.amountPence === null) {
    const others = (await listOnwardGrants(trx, grant.awardId)).filter(({ id }) => id !== grant.id);
    const above = refusalOfAmount(
      held + amountPence,
      await holdingOf(trx, grant.awardId, context.today),
      others,
    );
    if (above !== null) return fail({ amountPence: above });
  }
  return succeed({ kind: "paid", amountPence, reversesId: null });
}

async function write(
  trx: Writer,
  context: Context,
  grant: OnwardGrant,
  entry: Entry,
  day: string,
  answers: OnwardAnswers,
): Promise<void> {
  if (entry === null) return;
  const isUnsigned = entry.kind === "paid" && grant.agreedOn === null;
  await trx
    .insertInto("onward_payment")
    .values({
      onward_grant_id: grant.id,
      kind: entry.kind,
      happened_on: day,
      amount_pence: entry.amountPence,
      reference: answers.reference,
      reverses_id: entry.reversesId,
      reason: entry.reversesId !== null || isUnsigned ? answers.reason : null,
      reported_because: (entry.reversesId === null && answers.reportedBecause) || null,
      recorded_at: context.now(),
      recorded_by: personId(context),
    })
    .execute();
}

/** What a grant has paid and got back after an entry. */
function sumsAfter(grant: OnwardGrant, entry: Entry) {
  const moved = (kind: "paid" | "returned") => (entry?.kind === kind ? entry.amountPence : 0);
  return {
    paid_pence: grant.paidPence + moved("paid"),
    returned_pence: grant.returnedPence + moved("returned"),
  };
}
