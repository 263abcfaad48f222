import type { Context } from "#app/platform/context.server.ts";
import { keepQuery } from "#db/kept-queries.ts";
import { bidsInScope, isBidInScope, type OneBid } from "./bid-scope.server.ts";
import type { OwnDeadline } from "./deadlines/deadline.ts";

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

/** What is due on one bid, the expression of interest first; none where nothing is, or where no day is recorded. */
export async function listDeadlinesOfBid(context: Context, bidId: number): Promise<OwnDeadline[]> {
  const [row] = await undecidedBid(context.db.read, { bidId, scope: context.scope });
  if (!row) return [];
  const interestBy = isUnsent(row) && row.withdrawn_on === null ? row.expression_of_interest_by : null;
  const interest: OwnDeadline[] = interestBy === null ? [] : [{ kind: "interest", at: interestBy }];
  return [...interest, ...toDeadline(row).map(({ kind, at }) => ({ kind, at }))];
}

function undecided(bids: ReturnType<typeof bidsInScope>) {
  return bids
    .leftJoin("round", "round.id", "bid.round_id")
    .select(["bid.id", "bid.reference", "bid.title", "bid.status", "bid.expected_decision"])
    .select(["round.closes_at", "round.expression_of_interest_by"])
    .select(["round.decision_expected", "round.withdrawn_on"])
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
  const unsent = isUnsent(row);
  if (unsent && row.withdrawn_on !== null) return [];
  const at = unsent ? row.closes_at : (row.expected_decision ?? row.decision_expected);
  return at === null ? [] : [{ ...bid, kind: unsent ? "submit" : "decision", at }];
}

function isUnsent({ status }: Row): boolean {
  return status === "draft" || status === "awaiting_sign_off";
}
