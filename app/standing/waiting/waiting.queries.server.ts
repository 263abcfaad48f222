import { countBidsByStatus, isBidInScope, LIVE_STATUSES } from "#app/bids/index.server.ts";
import type { LiveStatus } from "#app/bids/index.ts";
import type { Context } from "#app/platform/context.server.ts";
import { WAITING_BIDS, type WaitingFor, type WaitingRecord } from "./waiting.ts";
import { waitingAwards, waitingClaims } from "./waiting-awards.queries.server.ts";

/**
 * All that waits, by whom it waits on and for what, with how many there are and the oldest of them; what nothing waits for
 * is left out. Each count is read from an index of what waits.
 */
export async function listWaiting(context: Context): Promise<WaitingFor[]> {
  const waiting = [
    ...(await waitingBids(context)),
    ...(await waitingAwards(context)),
    ...(await waitingClaims(context)),
  ];
  return waiting.filter(({ count }) => count > 0);
}

async function waitingBids(context: Context): Promise<WaitingFor[]> {
  const counts = await countBidsByStatus(context);
  const waiting: WaitingFor[] = [];
  for (const status of LIVE_STATUSES) {
    const count = counts.get(status) ?? 0;
    const oldest = count > 0 ? await oldestBid(context, status) : null;
    waiting.push({ ...WAITING_BIDS[status], count, oldest, href: `/standing?status=${status}` });
  }
  return waiting;
}

async function oldestBid({ db, scope }: Context, status: LiveStatus): Promise<WaitingRecord | null> {
  const bid = await db.read
    .selectFrom("bid")
    .select(["id", "reference", "title"])
    .where("status", "=", status)
    .where(isBidInScope(scope))
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
  return bid ? { href: `/bids/${bid.id}`, text: `${bid.reference} ${bid.title}` } : null;
}
