import { sql } from "kysely";
import type { Context } from "#app/platform/context.server.ts";

/**
 * Compares what lists of bids count and find by beside each partnership with what the bid itself says.
 * @returns what is wrong, in words; empty where nothing is.
 */
export async function verifyCountedBids({ db }: Context): Promise<string[]> {
  const { rows } = await sql<{ reference: string }>`
    select distinct bid.reference from bid_partnership as beside inner join bid on bid.id = beside.bid_id
    where beside.bid_status is distinct from bid.status
      or beside.bid_requested_pence is distinct from bid.requested_pence
      or beside.bid_requested_basis is distinct from bid.requested_basis
      or beside.bid_round_id is distinct from bid.round_id
    order by bid.reference`.execute(db.read);
  return rows.map(
    ({ reference }) => `Bid ${reference}: what stands beside its partnerships differs from what it says`,
  );
}
