import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, personId, requirePermission } from "#app/platform/context.server.ts";
import { ForbiddenError, StaleError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import { getBid } from "../bid.queries.server.ts";
import type { BidStatus } from "../bid.status.ts";
import type { Bid } from "../bid.ts";
import { moveBid } from "../move-bid.server.ts";
import { endSignOff } from "./follow-move.server.ts";
import { findLatestSignOff, listSigners, nowAsKept, signerOn } from "./sign-off.queries.server.ts";
import { nextSignature, type Signature, signsAs } from "./sign-off.ts";
import { CHANGED_SINCE_ASKED, NOT_THEIR_STEP, SIGNED_ALREADY, WROTE_IT } from "./sign-off-words.ts";

/**
 * Signs the step whose turn it is. The last one makes the bid a draft that may be submitted as it was signed.
 * @param input.version of the bid, and `position` of the step, as they were read.
 * @returns the status that follows; where the bid says something else than what is to be signed, a message.
 * @throws NotFoundError. @throws ForbiddenError for who may not sign this step. @throws StaleError for the second of two
 * who sign it at once.
 */
export async function signBid(
  context: Context,
  id: number,
  input: { version: number; position: number },
): Promise<Result<{ to: BidStatus; title: string }>> {
  requirePermission(context, "register.read");
  const bid = await getBid(context, id);
  if (bid.version !== input.version) throw await lateToSign(context, id);
  if (!bid.signing.signs) {
    // Who is late is told so, also where it was signed between one look and the next.
    if ((await getBid(context, id)).version !== input.version) throw await lateToSign(context, id);
    throw await forbiddenToSign(context, bid);
  }
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    const open = await findLatestSignOff(trx, id);
    const step = open && open.ended_at === null ? nextSignature(open.steps) : null;
    if (!open || !step || step.position !== input.position) throw new StaleError();
    const signers = await listSigners(trx, step.stepId === null ? [] : [step.stepId]);
    const as = signsAs(signerOn(context, bid), open.steps, signers, context.today);
    if (as === null) throw new ForbiddenError("bid.sign-off");
    if ((await nowAsKept(context, open, trx)).fingerprint !== open.fingerprint) {
      return fail({ form: CHANGED_SINCE_ASKED });
    }
    const left = open.steps.filter(isOpen).length;
    const signing = { ...bid.signing, left };
    const moved = await moveBid(trx, context, { ...bid, signing }, "sign", { reason: step.title });
    if (!moved.ok) return moved;
    await trx
      .updateTable("bid_signature")
      .set({ signed_by: personId(context), signed_at: context.now(), stands_in: as === "stand_in" ? 1 : 0 })
      .where("sign_off_id", "=", open.id)
      .where("position", "=", step.position)
      .where("signed_at", "is", null)
      .execute();
    if (left === 1) await endSignOff(trx, context, id, "signed", null);
    await recordAudit(trx, context, {
      action: "sign bid",
      recordType: "bid",
      recordId: id,
      before: { status: bid.status, version: bid.version },
      after: { status: moved.value.to, step: step.title, as, fingerprint: open.fingerprint },
    });
    return succeed({ to: moved.value.to, title: step.title });
  });
}

/** What is thrown where the actor does not sign the next step; it says why. */
export async function forbiddenToSign(context: Context, bid: Bid): Promise<ForbiddenError> {
  if (signerOn(context, bid).wroteIt) return new ForbiddenError("bid.sign-off", WROTE_IT);
  const because = (await hasSigned(context, bid.id)) ? SIGNED_ALREADY : NOT_THEIR_STEP;
  return new ForbiddenError("bid.sign-off", because);
}

/** What is thrown to whoever signs what was read before it changed: who signed it themselves since is told that. */
async function lateToSign(context: Context, bidId: number): Promise<Error> {
  const signed = await hasSigned(context, bidId);
  return signed ? new ForbiddenError("bid.sign-off", SIGNED_ALREADY) : new StaleError();
}

/** True where the actor signed a step the last time that sign-off was asked for. */
async function hasSigned(context: Context, bidId: number): Promise<boolean> {
  const latest = await findLatestSignOff(context.db.read, bidId);
  const actorId = personId(context);
  return actorId !== null && (latest?.steps.some(({ signedBy }) => signedBy === actorId) ?? false);
}

function isOpen({ signedAt }: Signature): boolean {
  return signedAt === null;
}
