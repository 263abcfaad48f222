import type { Context } from "#app/platform/context.server.ts";
import { keepQuery } from "#db/kept-queries.ts";
import { bidsInScope, isBidInScope, type OneBid } from "./bid-scope.server.ts";

/** What is due on a bid: to send it before its round closes, or the funder's decision. */
export type BidDeadline = {
  bidId: number;
  reference: string;
  title: string;
  kind: "submit" | "decision";
  /** UK local time, or a partial date. */
  at: string;
};

/** So many that a person could never take them all up; the latest bids count. */
const AT_MOST = 500;

/** What is due on the undecided bids that the actor may read, the latest bid first. */
export async function listBidDeadlines(context: Context): Promise<BidDeadline[]> {
  const rows = await undecided(bidsInScope(context)).orderBy("bid.id", "desc").limit(AT_MOST).execute();
  return rows.flatMap(toDeadline);
}

const undecidedBid = keepQuery((reader, { bidId, scope }: OneBid) =>
  undecided(reader.selectFrom("bid").where(isBidInScope(scope))).where("bid.id", "=", bidId),
);

/** What is due on one bid; null where nothing is, or where its day is not recorded. */
export async function findBidDeadline(context: Context, bidId: number): Promise<BidDeadline | null> {
  const [row] = await undecidedBid(context.db.read, { bidId, scope: context.scope });
  return (row && toDeadline(row)[0]) ?? null;
}

function undecided(bids: ReturnType<typeof bidsInScope>) {
  return bids
    .leftJoin("round", "round.id", "bid.round_id")
    .select(["bid.id", "bid.reference", "bid.title", "bid.status", "bid.expected_decision"])
    .select(["round.closes_at", "round.decision_expected", "round.withdrawn_on"])
    .where("bid.status", "in", [
      "draft",
      "awaiting_sign_off",
      "submitted",
      "clarification_requested",
      "reserve",
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof undecided>["executeTakeFirstOrThrow"]>>;

function toDeadline(row: Row): BidDeadline[] {
  const bid = { bidId: row.id, reference: row.reference, title: row.title };
  const unsent = row.status === "draft" || row.status === "awaiting_sign_off";
  if (unsent && row.withdrawn_on !== null) return [];
  const at = unsent ? row.closes_at : (row.expected_decision ?? row.decision_expected);
  return at === null ? [] : [{ ...bid, kind: unsent ? "submit" : "decision", at }];
}
