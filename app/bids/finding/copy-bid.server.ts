import type { Result } from "#app/core/result.ts";
import { type Context, partnershipsWhere, requirePermission } from "#app/platform/context.server.ts";
import { getBid } from "../bid.queries.server.ts";
import type { BidInput } from "../bid.schema.ts";
import { listBidChoices } from "../bid-choices.queries.server.ts";
import { getBidContent } from "../content/content.queries.server.ts";
import { createBid } from "../create-bid.server.ts";
import { copiedAnswers } from "./copied-parts.ts";
import { copiedSections } from "./copied-sections.ts";

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
  const bid = await getBid(context, id);
  const answers = copiedAnswers(bid, await listBidChoices(context, null), own);
  const writable = partnershipsWhere(context.actor, "bid.write") ?? [];
  const taking = bid.partnerships.find((partnership) => writable.includes(partnership.id));
  const recorder = answers.leadPartnershipId === null && taking ? { recordedByPartnershipId: taking.id } : {};
  const sections = copiedSections(await getBidContent(context, id));
  return createBid(context, { ...answers, ...recorder }, { id, reference: bid.reference, sections });
}
