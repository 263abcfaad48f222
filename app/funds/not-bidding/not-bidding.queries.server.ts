import { type SqlBool, sql } from "kysely";
import type { IsoDay } from "#app/core/calendar-date.ts";
import { type Context, may } from "#app/platform/context.server.ts";
import { isRecordedBy } from "#app/platform/dates-in-queries.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import type { BidToRound, NotBid } from "./not-bidding.ts";

/** What held at the end of a day, as it was known at the end of another. */
type At = { asAt: IsoDay; knownAt: IsoDay };

type Asked = { id?: number; roundId?: number; partnershipIds?: readonly number[]; at?: At };

/**
 * The decisions of the person's partnerships not to bid, the latest first; to one round, of some partnerships, or all. Those
 * that were taken back stay among them; one that another took the place of does not, but on the days on which it was known.
 */
export async function listNotBid(context: Context, asked: Asked = {}): Promise<NotBid[]> {
  const { today } = context;
  const { asAt, knownAt } = asked.at ?? { asAt: today, knownAt: today };
  const isPast = knownAt < today;
  const ended = isPast
    ? isRecordedBy(sql`round_not_bid.until`, knownAt)
    : sql<SqlBool>`round_not_bid.until is not null`;
  let query = decisions(context, asked)
    .select(sql<number>`case when ${ended} then 1 else 0 end`.as("ended"))
    .where((e) =>
      e.or([
        e("round_not_bid.until", "is", null),
        e.not(ended),
        e("round_not_bid.taken_back_on", "is not", null),
      ]),
    );
  if (isPast) query = query.where(isRecordedBy(sql`round_not_bid.recorded_at`, knownAt));
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
    takenBack:
      row.ended === 1 && row.taken_back_on !== null && row.taken_back_on <= asAt
        ? { on: row.taken_back_on, because: row.taken_back_because ?? "" }
        : null,
  }));
}

/** Decisions not to bid to a round, of these partnerships of the person's, that nobody took back. */
export async function listDecidedAgainst(
  context: Context,
  roundId: number,
  partnershipIds: readonly number[],
): Promise<NotBid[]> {
  const decisions = await listNotBid(context, { roundId, partnershipIds });
  return decisions.filter(({ takenBack }) => takenBack === null);
}

/** The rounds that these partnerships decided not to bid to. */
export async function listRoundsDecidedAgainst(
  { db }: Context,
  partnershipIds: readonly number[],
): Promise<Set<number>> {
  const rows = await db.read
    .selectFrom("round_not_bid")
    .select("round_id")
    .where("partnership_id", "in", [0, ...partnershipIds])
    .where("until", "is", null)
    .execute();
  return new Set(rows.map(({ round_id }) => round_id));
}

/** @throws NotFoundError where there is no such decision of a partnership of the person's. */
export async function getNotBid(context: Context, id: number): Promise<NotBid> {
  const [decision] = await listNotBid(context, { id });
  if (!decision) throw new NotFoundError(`No decision not to bid ${id}`);
  return decision;
}

/** The partnerships among those of some decisions whose decisions the actor may take back. */
export function takesBackOf({ actor }: Context, decisions: readonly NotBid[]): number[] {
  const ids = new Set(decisions.map(({ partnership }) => partnership.id));
  return [...ids].filter((id) => may(actor, "bid.write", [id]));
}

function decisions({ db, scope }: Context, { id, roundId, partnershipIds }: Asked) {
  let query = db.read
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
      "round_not_bid.taken_back_on",
      "round_not_bid.taken_back_because",
    ])
    .orderBy("round_not_bid.decided_on", "desc")
    .orderBy("round_not_bid.id", "desc");
  if (!scope.all) query = query.where("partnership.id", "in", [0, ...scope.partnershipIds]);
  if (id !== undefined) query = query.where("round_not_bid.id", "=", id);
  if (roundId !== undefined) query = query.where("round.id", "=", roundId);
  if (partnershipIds !== undefined) query = query.where("partnership.id", "in", [0, ...partnershipIds]);
  return query;
}

/**
 * The bids of the partnership of each of these decisions, as lead or partner, to its round. Whoever may read the decision
 * may read them: the partnership is one of theirs.
 */
function bidsMadeAllTheSame({ db }: Context, decisionIds: readonly number[]) {
  return db.read
    .selectFrom("round_not_bid")
    .innerJoin("bid_partnership", (join) =>
      join
        .onRef("bid_partnership.partnership_id", "=", "round_not_bid.partnership_id")
        .onRef("bid_partnership.bid_round_id", "=", "round_not_bid.round_id"),
    )
    .innerJoin("bid", "bid.id", "bid_partnership.bid_id")
    .select(["round_not_bid.id as decisionId", "bid.id", "bid.reference"])
    .where(db.engine.isAmong(sql.ref("round_not_bid.id"), decisionIds))
    .where("bid_partnership.part", "<>", "recorder")
    .where("bid.status", "<>", "withdrawn")
    .orderBy("bid.id")
    .execute();
}

/** The bids to a round, not withdrawn, in which these partnerships of the person's take part, by partnership. */
export function listBidsToRound(
  { db }: Context,
  roundId: number,
  partnershipIds: readonly number[],
): Promise<BidToRound[]> {
  return db.read
    .selectFrom("bid")
    .innerJoin("bid_partnership", "bid_partnership.bid_id", "bid.id")
    .innerJoin("partnership", "partnership.id", "bid_partnership.partnership_id")
    .select(["bid.id", "bid.reference", "bid.title", "partnership.name as partnership"])
    .where("bid_partnership.bid_round_id", "=", roundId)
    .where("partnership.id", "in", [0, ...partnershipIds])
    .where("bid_partnership.part", "<>", "recorder")
    .where("bid.status", "<>", "withdrawn")
    .orderBy("partnership.name")
    .orderBy("bid.id")
    .execute();
}
