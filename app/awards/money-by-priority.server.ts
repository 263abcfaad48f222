import { listBidsByPriority } from "#app/bids/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { openCountedTwice } from "./open-counted-twice.queries.server.ts";
import { listOpenOfPartnerships, listSecuredByPriority } from "./paying-lines.queries.server.ts";

/** What the priority areas of a partnership were bid for, what is secured for them, and what may be for them. */
export async function moneyByPriority(context: Context, partnershipId: number) {
  const secured = await listSecuredByPriority(context, partnershipId);
  const open = await listOpenOfPartnerships(context, [partnershipId]);
  const ids = open.map(({ awardId }) => awardId);
  const twice = await openCountedTwice(context, { without: "priority area", partnershipId }, ids);
  return { secured, open, twice, bids: await listBidsByPriority(context, partnershipId) };
}
