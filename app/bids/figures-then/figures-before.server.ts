import type { Writer } from "#db/open.server.ts";
import type { RequestedBasis } from "../bid.ts";

type Requested = { requested_pence: number | null; requested_basis: RequestedBasis };

/** Keeps what a bid requested until now, in the transaction that changes it; nothing where it stays as it is. */
export async function keepRequested(
  trx: Writer,
  bidId: number,
  change: { before: Requested; after: Requested; at: string },
): Promise<void> {
  const { before, after, at } = change;
  const isSame =
    before.requested_pence === after.requested_pence && before.requested_basis === after.requested_basis;
  if (isSame) return;
  const { requested_pence, requested_basis } = before;
  const kept = { bid_id: bidId, until: at, requested_pence, requested_basis };
  await trx.insertInto("bid_requested_before").values(kept).execute();
}

/** Keeps how likely a bid was said to be until now (per cent; null where nobody said), in the transaction that changes it. */
export async function keepLikelihood(
  trx: Writer,
  bidId: number,
  change: { before: number | null; after: number | null; at: string },
): Promise<void> {
  if (change.before === change.after) return;
  const kept = { bid_id: bidId, until: change.at, percent: change.before };
  await trx.insertInto("bid_likelihood_before").values(kept).execute();
}
