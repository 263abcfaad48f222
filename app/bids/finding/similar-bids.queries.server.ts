import { sql } from "kysely";
import { type Context, partnershipsWhere } from "#app/platform/context.server.ts";
import { recorderOf } from "../bid.rules.ts";
import type { BidInput } from "../bid.schema.ts";
import type { BidStatus } from "../bid.status.ts";
import type { Bid } from "../bid.ts";
import { isBidInScope } from "../bid-scope.server.ts";
import { areSimilarTitles } from "./similar-titles.ts";

/** A bid that may be the one that somebody is about to enter again. */
export type SimilarBid = { id: number; reference: string; title: string; status: BidStatus };

/** More than these are not read through at once. */
const SHOWN = 5;

type Described = Pick<BidInput, "roundId" | "title" | "leadPartnershipId" | "partnerIds">;

/** The bids to the same round, of a partnership of this one and with a similar title, that the actor may read. */
export async function listSimilarBids(context: Context, input: Described): Promise<SimilarBid[]> {
  const recorder = recorderOf(input, partnershipsWhere(context.actor, "bid.write") ?? []);
  return similarTo(context, input, [recorder ?? 0, ...input.partnerIds]);
}

/**
 * The same for a draft that is changed: where it gets another title, round or partnership, the bids that it then is like.
 * None where those stay as they are: it was like them before.
 */
export async function listSimilarToChanged(
  context: Context,
  bid: Pick<Bid, "id" | "title" | "round" | "partnerships" | "recordedByPartnershipId">,
  input: Described,
): Promise<SimilarBid[]> {
  const { title, roundId, leadPartnershipId, partnerIds } = input;
  const partnershipIds = [leadPartnershipId ?? bid.recordedByPartnershipId, ...partnerIds];
  const isOfNew = partnershipIds.some((id) => !bid.partnerships.some((of) => of.id === id));
  if (title === bid.title && roundId === (bid.round?.id ?? null) && !isOfNew) return [];
  return similarTo(context, input, partnershipIds, bid.id);
}

async function similarTo(
  context: Context,
  { roundId, title }: Pick<Described, "roundId" | "title">,
  partnershipIds: readonly number[],
  besidesId = 0,
): Promise<SimilarBid[]> {
  const ofRound = roundId === null ? sql`bid_round_id is null` : sql`bid_round_id = ${roundId}`;
  const { rows } = await sql<SimilarBid>`
    select bid.id, bid.reference, bid.title, bid.status from bid
    where bid.id in (select bid_id from bid_partnership
        where partnership_id in (${sql.join([...new Set(partnershipIds)])}) and ${ofRound})
      and bid.id != ${besidesId} and bid.status != 'withdrawn' and ${isBidInScope(context.scope)}
    order by bid.id desc`.execute(context.db.read);
  return rows.filter((like) => areSimilarTitles(like.title, title)).slice(0, SHOWN);
}
