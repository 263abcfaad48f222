import { recordAudit } from "#app/audit/index.server.ts";
import { findAgreementFor, getAward, refusalOfClosed } from "#app/awards/index.server.ts";
import { questionWithoutAgreement, refusalBeforeSigning, writingPartnerships } from "#app/awards/index.ts";
import { formatPounds } from "#app/core/money.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, personId, requirePermission } from "#app/platform/context.server.ts";
import { StaleError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import type { Writer } from "#db/open.server.ts";
import type { ClaimAnswers } from "./claim.schema.ts";
import { CLAIM_RULES, type ClaimAction, canFollow, statusByMoney } from "./claim.status.ts";
import type { Claim } from "./claim.ts";
import { refusalOfLateClaim } from "./claim-limits.rules.ts";
import { refusalOfStep, yearsOfClaim } from "./claim-period.rules.ts";
import {
  awardedOn,
  getClaim,
  listClaimLines,
  listReceipts,
  sharesOfClaim,
  signedShares,
  submittedShares,
} from "./claims.queries.server.ts";
import { reopenDues, settleDues } from "./schedule/plan-claims.server.ts";

/**
 * Takes a claim one step on, as the table of actions says. Who wrote a claim cannot sign it, and none is signed or sent above
 * what the award still gives; of a year without an agreement one is sent only if it is said what it is claimed under. A receipt above what is still to come is refused, except where the funder pays in advance; so
 * is what cannot have happened on its day.
 * @throws NotFoundError, ForbiddenError; StaleError where the claim has moved on since it was read.
 */
export async function actOnClaim(
  context: Context,
  awardId: number,
  claimId: number,
  action: ClaimAction,
  version: number,
  answers: ClaimAnswers,
): Promise<Result<Claim>> {
  const award = await getAward(context, awardId);
  requirePermission(context, CLAIM_RULES[action].permission, writingPartnerships(award.partnerships));
  const read = await getClaim(context.db.read, awardId, claimId);
  const day = answers.happenedOn ?? context.today;
  if (day > context.today) return fail({ happenedOn: "The date must be today or in the past" });
  const tooEarly = refusalOfStep(action, day, read);
  if (tooEarly !== null) return fail({ happenedOn: tooEarly });
  const unsigned =
    action === "submit" ? await refusalUnsigned(context, awardId, read, day, answers.reason) : null;
  if (unsigned !== null) return fail(unsigned);
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAward(trx, awardId);
    const closed = await refusalOfClosed(trx, awardId);
    if (closed !== null) return fail({ form: closed });
    const claim = await getClaim(trx, awardId, claimId);
    if (claim.version !== version || !canFollow(action, claim)) throw new StaleError();
    const person = personId(context);
    if (action === "sign" && person !== null && claim.writtenById === person) {
      return fail({ form: "You wrote this claim, so somebody else has to sign it" });
    }
    const above = await refusalAboveLeft(trx, awardId, claim, action, day);
    if (above !== null) return fail({ form: above });
    const money = await moveMoney(trx, context, claim, action, day, answers);
    if (!money.ok) return money;
    const receivedPence = claim.receivedPence + money.value;
    const { to } = CLAIM_RULES[action];
    const status = to === "by money" ? statusByMoney(claim.claimedPence, receivedPence) : to;
    await trx
      .updateTable("claim")
      .set({
        status,
        received_pence: receivedPence,
        version: version + 1,
        ...(action === "sign" && { signed_by: person, signed_at: context.now() }),
        ...(action === "send_back" && { signed_by: null, signed_at: null }),
        ...(action === "submit" && { submitted_on: day, funder_reference: answers.reference }),
      })
      .where("id", "=", claimId)
      .execute();
    if (action === "submit") await settleDues(trx, { ...claim, awardId });
    if (action === "withdraw") await reopenDues(trx, claimId);
    await trx
      .insertInto("claim_event")
      .values({
        claim_id: claimId,
        action,
        happened_on: day,
        reason: answers.reason,
        person_id: person,
        recorded_at: context.now(),
      })
      .execute();
    await recordAudit(trx, context, {
      action: `${action.replaceAll("_", " ")} of claim`,
      recordType: "award",
      recordId: awardId,
      before: { claim: claim.number, status: claim.status, received_pence: claim.receivedPence },
      after: { status, received_pence: receivedPence, reason: answers.reason },
    });
    return succeed({ ...claim, status, receivedPence, version: version + 1 });
  });
}

/**
 * Why a claim cannot have been sent on a day, by field: an agreement of one of its years was not signed by then, or none is
 * recorded and nothing says what it is claimed under.
 */
async function refusalUnsigned(
  context: Context,
  awardId: number,
  claim: Claim,
  day: string,
  said: string | null,
): Promise<{ happenedOn: string } | { reason: string } | null> {
  for (const year of yearsOfClaim(claim, await listClaimLines(context, claim.id))) {
    const agreement = await findAgreementFor(context, awardId, year);
    const unsigned = refusalBeforeSigning(agreement, day);
    if (unsigned !== null) return { happenedOn: unsigned };
    const question = questionWithoutAgreement(agreement, year, said);
    if (question !== null) return { reason: question };
  }
  return null;
}

/**
 * Why a claim cannot be signed or sent: the award was cut since it was written. It is signed beside what finance signed, and
 * sent beside what was sent, of what the award gives on that day. Call with the award locked.
 */
async function refusalAboveLeft(
  trx: Writer,
  awardId: number,
  { id }: Claim,
  action: ClaimAction,
  day: string,
): Promise<string | null> {
  if (action !== "sign" && action !== "submit") return null;
  const others =
    action === "sign" ? await signedShares(trx, awardId, day, id) : await submittedShares(trx, awardId, day);
  return refusalOfLateClaim(await awardedOn(trx, awardId, day), others, await sharesOfClaim(trx, id));
}

/** Adds the receipt that an action is about. @returns by how much what was received changes: pence, 0 for other actions */
async function moveMoney(
  trx: Writer,
  context: Context,
  claim: Claim,
  action: ClaimAction,
  day: string,
  answers: ClaimAnswers,
): Promise<Result<number>> {
  const row = {
    claim_id: claim.id,
    recorded_at: context.now(),
    recorded_by: personId(context),
  };
  if (action === "record_receipt") {
    const amount_pence = answers.amountPence ?? 0;
    const toCome = claim.claimedPence === null ? null : claim.claimedPence - claim.receivedPence;
    if (amount_pence === 0) return fail({ amountPence: "Enter an amount above £0" });
    if (toCome !== null && amount_pence > toCome && claim.payment !== "advance") {
      return fail({ amountPence: `Only ${formatPounds(toCome)} of this claim is still to come` });
    }
    const receipt = { ...row, received_on: day, amount_pence, reference: answers.reference };
    await trx.insertInto("claim_receipt").values(receipt).execute();
    return succeed(amount_pence);
  }
  if (action === "take_back_receipt") {
    const receipts = await listReceipts(trx, claim.id);
    const gone = new Set(receipts.map(({ reversesId }) => reversesId));
    const last = receipts.findLast(({ id, amountPence }) => amountPence > 0 && !gone.has(id));
    if (!last) throw new StaleError();
    await trx
      .insertInto("claim_receipt")
      .values({
        ...row,
        received_on: day,
        amount_pence: -last.amountPence,
        reverses_id: last.id,
        reason: answers.reason,
      })
      .execute();
    return succeed(-last.amountPence);
  }
  return succeed(0);
}
