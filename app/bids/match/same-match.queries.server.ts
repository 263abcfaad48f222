import type { Context } from "#app/platform/context.server.ts";
import { isBidInScope } from "../bid-scope.server.ts";
import type { MatchItem } from "../content/content.ts";
import { LIVE_STATUSES } from "../content/live.ts";
import { type OtherMatch, sameMatch, sameMatchWords } from "./match.rules.ts";

export type SameMatch = { bidId: number; words: string };

/** Match of a bid that stands in another live bid too, among those that the actor may read; by reference. */
export async function listSameMatch(
  context: Context,
  bidId: number,
  match: readonly MatchItem[],
): Promise<SameMatch[]> {
  if (match.length === 0) return [];
  const others = await listMatchOfOthers(context, bidId);
  return match.flatMap((item) =>
    sameMatch(item, others).map((other) => ({ bidId: other.bidId, words: sameMatchWords(item, other) })),
  );
}

/** The match of other live bids from the sources that this bid names. */
async function listMatchOfOthers(context: Context, bidId: number): Promise<OtherMatch[]> {
  const rows = await context.db.read
    .selectFrom("bid_match")
    .innerJoin("bid", "bid.id", "bid_match.bid_id")
    .innerJoin("organisation", "organisation.id", "bid_match.organisation_id")
    .selectAll("bid_match")
    .select(["bid.reference", "bid.title", "organisation.name"])
    .where("bid_match.organisation_id", "in", (e) =>
      e.selectFrom("bid_match as own").select("own.organisation_id").where("own.bid_id", "=", bidId),
    )
    .where("bid.id", "<>", bidId)
    .where("bid.status", "in", LIVE_STATUSES)
    .where(isBidInScope(context.scope))
    .orderBy("bid.reference")
    .orderBy("bid_match.position")
    .execute();
  return rows.map((row) => ({
    source: row.name,
    description: row.description,
    form: row.form,
    standing: row.standing,
    amountPence: row.amount_pence,
    bidId: row.bid_id,
    reference: row.reference,
    title: row.title,
  }));
}
