import { sql } from "kysely";
import type { Context } from "#app/platform/context.server.ts";
import type { NotBid } from "./not-bidding.ts";

/** The decisions of the person's partnerships not to bid, the latest first; to one round, of one partnership, or all. */
export async function listNotBid(
  context: Context,
  filter: { roundId?: number; partnershipId?: number; limit?: number } = {},
): Promise<NotBid[]> {
  const { scope } = context;
  let query = context.db.read
    .selectFrom("round_not_bid")
    .innerJoin("round", "round.id", "round_not_bid.round_id")
    .innerJoin("fund", "fund.id", "round.fund_id")
    .innerJoin("partnership", "partnership.id", "round_not_bid.partnership_id")
    .select([
      "round_not_bid.id",
      "round.id as round_id",
      "round.name as round_name",
      "fund.name as fund",
      "partnership.id as partnership_id",
      "partnership.name as partnership",
      "round_not_bid.decided_on",
      "round_not_bid.reason",
    ])
    .orderBy("round_not_bid.decided_on", "desc")
    .orderBy("round_not_bid.id", "desc");
  if (!scope.all) query = query.where("partnership.id", "in", [0, ...scope.partnershipIds]);
  if (filter.roundId !== undefined) query = query.where("round.id", "=", filter.roundId);
  if (filter.partnershipId !== undefined) query = query.where("partnership.id", "=", filter.partnershipId);
  if (filter.limit !== undefined) query = query.limit(filter.limit);
  const rows = await query.execute();
  const bids = await bidsMadeAllTheSame(
    context,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    round: { id: row.round_id, name: row.round_name },
    fund: row.fund,
    partnership: { id: row.partnership_id, name: row.partnership },
    decidedOn: row.decided_on,
    reason: row.reason,
    bids: bids
      .filter(({ decisionId }) => decisionId === row.id)
      .map(({ id, reference }) => ({ id, reference })),
  }));
}

/**
 * The bids of the partnership of each of these decisions, as lead or partner, to its round. Whoever may read the decision
 * may read them: the partnership is one of theirs.
 */
function bidsMadeAllTheSame({ db }: Context, decisionIds: readonly number[]) {
  return db.read
    .selectFrom("round_not_bid")
    .innerJoin("bid", "bid.round_id", "round_not_bid.round_id")
    .innerJoin("bid_partnership", (join) =>
      join
        .onRef("bid_partnership.bid_id", "=", "bid.id")
        .onRef("bid_partnership.partnership_id", "=", "round_not_bid.partnership_id"),
    )
    .select(["round_not_bid.id as decisionId", "bid.id", "bid.reference"])
    .where(db.engine.isAmong(sql.ref("round_not_bid.id"), decisionIds))
    .where("bid_partnership.part", "<>", "recorder")
    .where("bid.status", "<>", "withdrawn")
    .orderBy("bid.id")
    .execute();
}
