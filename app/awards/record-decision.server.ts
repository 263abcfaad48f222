import { recordAudit } from "#app/audit/index.server.ts";
import { getBid, moveBid } from "#app/bids/index.server.ts";
import { type Bid, writablePartnerships } from "#app/bids/index.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { StaleError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import { sharingPartnerships } from "./award.ts";
import { createAward, type NewAward } from "./create-award.server.ts";
import { awardedAmount } from "./decision.rules.ts";
import type { Decision } from "./decision.schema.ts";
import { sealVersion } from "./ledger/seal-version.server.ts";
import { completeLines } from "./version.rules.ts";

/**
 * Records a funder's decision to award a bid, in full or in part: that makes the award and seals its first version,
 * with one line, the partnership's where there is only one, else not yet apportioned.
 * @throws NotFoundError, ForbiddenError, StaleError where the bid has changed since it was opened.
 */
export async function recordDecision(
  context: Context,
  bidId: number,
  decision: Decision,
): Promise<Result<{ awardId: number; reference: string }>> {
  const bid = await getBid(context, bidId);
  requirePermission(context, "decision.record", writablePartnerships(bid));
  if (bid.version !== decision.version) throw new StaleError("The bid has changed");
  const amount = awardedAmount(decision, bid.requestedPence);
  if (!amount.ok) return amount;
  const award = awardOf(bid);
  const sharing = sharingPartnerships(award.partnerships);
  const lines = completeLines(
    amount.value.amountPence,
    [],
    sharing.length === 1 ? (sharing[0] as number) : null,
  );
  if (!lines.ok) return lines;

  return writeOrUndo(context, async (transaction) => {
    const action = decision.outcome === "full" ? "award_in_full" : "award_in_part";
    const { decidedOn, reason, decisionReference: reference } = decision;
    const moved = await moveBid(transaction, context, bid, action, {
      happenedOn: decidedOn,
      reason,
      reference,
    });
    if (!moved.ok) {
      const { happenedOn, ...others } = moved.errors;
      return fail(happenedOn ? { ...others, decidedOn: happenedOn } : others);
    }
    await recordAudit(transaction, context, {
      action: "record decision",
      recordType: "bid",
      recordId: bidId,
      before: { status: bid.status },
      after: { status: moved.value.to, ...decision },
    });
    const made = await createAward(transaction, context, award);
    const sealed = await sealVersion(transaction, context, {
      awardId: made.id,
      kind: "original",
      effectiveOn: decidedOn,
      effectiveBasis: "day",
      decidedOn,
      reason,
      decisionReference: reference,
      ...amount.value,
      fundId: bid.fund?.id ?? null,
      funderId: bid.funder?.id ?? null,
      lines: lines.value,
      mayInclude: [],
      sourceDocumentId: null,
      sourceParagraph: null,
    });
    return sealed.ok ? succeed({ awardId: made.id, reference: made.reference }) : sealed;
  });
}

/** What the award takes over from its bid. */
function awardOf(bid: Bid): NewAward {
  return {
    title: bid.title,
    bidId: bid.id,
    roundId: bid.round?.id ?? null,
    recordedByPartnershipId: bid.recordedByPartnershipId,
    partnerships: bid.partnerships.map(({ id, part }) => ({ partnershipId: id, part })),
    accountableBodyId: bid.accountableBody?.id ?? null,
    receivedThroughId: null,
    recipient: null,
    purpose: bid.purpose,
    deliveryFrom: null,
    deliveryTo: null,
    statusNote: null,
    note: null,
    strands: [],
    sourceDocumentId: null,
    sourceParagraph: null,
  };
}
