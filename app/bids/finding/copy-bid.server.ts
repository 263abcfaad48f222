import type { Result } from "#app/core/result.ts";
import { type Context, partnershipsWhere, requirePermission } from "#app/platform/context.server.ts";
import { getBid } from "../bid.queries.server.ts";
import type { BidInput } from "../bid.schema.ts";
import type { Bid } from "../bid.ts";
import { listBidChoices } from "../bid-choices.queries.server.ts";
import { getBidContent } from "../content/content.queries.server.ts";
import { createBid } from "../create-bid.server.ts";
import { copiedAnswers } from "./copied-parts.ts";
import { copiedSections } from "./copied-sections.ts";
import { listSimilarBids, type SimilarBid } from "./similar-bids.queries.server.ts";

/**
 * Starts a new draft with what another bid says.
 * @throws NotFoundError where the actor may not read that bid.
 */
export async function copyBid(
  context: Context,
  id: number,
  own: Pick<BidInput, "title" | "roundId">,
): Promise<Result<{ bidId: number; reference: string }>> {
  requirePermission(context, "bid.write");
  const { input, from } = await copyOf(context, await getBid(context, id), own);
  return createBid(context, input, from);
}

/**
 * Bids that may be the one that a copy would make again: to its round, with a title like its own.
 * @throws NotFoundError where the actor may not read the bid that is copied.
 */
export async function listSimilarToCopy(
  context: Context,
  id: number,
  own: Pick<BidInput, "title" | "roundId">,
): Promise<SimilarBid[]> {
  requirePermission(context, "bid.write");
  const { input } = await copyOf(context, await getBid(context, id), own);
  return listSimilarBids(context, input);
}

/** What a new bid takes of another one, as the page of the copy lists it. Call with a bid that the actor may read. */
export async function copyOf(context: Context, bid: Bid, own: Pick<BidInput, "title" | "roundId">) {
  const answers = copiedAnswers(bid, await listBidChoices(context, null), own);
  const writable = partnershipsWhere(context.actor, "bid.write") ?? [];
  const taking = bid.partnerships.find((partnership) => writable.includes(partnership.id));
  const recorder = answers.leadPartnershipId === null && taking ? { recordedByPartnershipId: taking.id } : {};
  const sections = copiedSections(await getBidContent(context, bid.id));
  return {
    input: { ...answers, ...recorder },
    from: { id: bid.id, reference: bid.reference, sections },
  };
}
