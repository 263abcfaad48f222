import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, personId, requirePermission } from "#app/platform/context.server.ts";
import { ForbiddenError, StaleError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import { getBid } from "../bid.queries.server.ts";
import type { BidStatus } from "../bid.status.ts";
import type { Bid } from "../bid.ts";
import { takeSnapshot } from "../content-snapshot/take-snapshot.server.ts";
import { moveBid } from "../move-bid.server.ts";
import { endSignOff } from "./follow-move.server.ts";
import { findLatestSignOff, listSigners, signerOn } from "./sign-off.queries.server.ts";
import { nextSignature, type Signature, signsAs } from "./sign-off.ts";
import { NOT_THEIR_STEP, WROTE_IT } from "./sign-off-words.ts";

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
  if (bid.version !== input.version) throw new StaleError();
  if (!bid.signing.signs) {
    // Who is late is told so, also where it was signed between one look and the next.
    if ((await getBid(context, id)).version !== input.version) throw new StaleError();
    throw forbiddenToSign(context, bid);
  }
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    const open = await findLatestSignOff(trx, id);
    const step = open && open.ended_at === null ? nextSignature(open.steps) : null;
    if (!open || !step || step.position !== input.position) throw new StaleError();
    const signers = await listSigners(trx, step.stepId === null ? [] : [step.stepId]);
    const as = signsAs(signerOn(context, bid), open.steps, signers, context.today);
    if (as === null) throw new ForbiddenError("bid.sign-off");
    if ((await takeSnapshot(context, id, trx)).fingerprint !== open.fingerprint) {
      return fail({
        form: "The bid has changed since sign-off was asked for. Send it back, so that it is asked for again",
      });
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
export function forbiddenToSign(context: Context, bid: Bid): ForbiddenError {
  return new ForbiddenError("bid.sign-off", signerOn(context, bid).wroteIt ? WROTE_IT : NOT_THEIR_STEP);
}

function isOpen({ signedAt }: Signature): boolean {
  return signedAt === null;
}
