import { sql } from "kysely";
import { type Context, partnershipsWhere } from "#app/platform/context.server.ts";
import { recorderOf } from "../bid.rules.ts";
import type { BidInput } from "../bid.schema.ts";
import type { BidStatus } from "../bid.status.ts";
import { isBidInScope } from "../bid-scope.server.ts";
import { areSimilarTitles } from "./similar-titles.ts";

/** A bid that may be the one that somebody is about to enter again. */
export type SimilarBid = { id: number; reference: string; title: string; status: BidStatus };

/** More than these are not read through at once. */
const SHOWN = 5;

/** The bids to the same round, of a partnership of this one and with a similar title, that the actor may read. */
export async function listSimilarBids(
  context: Context,
  input: Pick<BidInput, "roundId" | "title" | "leadPartnershipId" | "partnerIds">,
): Promise<SimilarBid[]> {
  const recorder = recorderOf(input, partnershipsWhere(context.actor, "bid.write") ?? []);
  const partnershipIds = [...new Set([recorder ?? 0, ...input.partnerIds])];
  const ofRound = input.roundId === null ? sql`bid_round_id is null` : sql`bid_round_id = ${input.roundId}`;
  const { rows } = await sql<SimilarBid>`
    select bid.id, bid.reference, bid.title, bid.status from bid
    where bid.id in (select bid_id from bid_partnership
        where partnership_id in (${sql.join(partnershipIds)}) and ${ofRound})
      and bid.status != 'withdrawn' and ${isBidInScope(context.scope)}
    order by bid.id desc`.execute(context.db.read);
  return rows.filter(({ title }) => areSimilarTitles(title, input.title)).slice(0, SHOWN);
}
