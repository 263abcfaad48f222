import type { BidListItem } from "#app/bids/index.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { BidFacts } from "./bid-position.rules.ts";

/** All that decides what these bids wait for. Call with bids in scope, a page of them at most. */
export async function factsOfBids(
  { db }: Context,
  bids: readonly BidListItem[],
): Promise<Map<number, BidFacts>> {
  if (bids.length === 0) return new Map();
  const rows = await db.read
    .selectFrom("bid")
    .leftJoin("round", "round.id", "bid.round_id")
    .select(["bid.id", "round.withdrawn_on", "round.decision_expected"])
    .select((e) =>
      e
        .selectFrom("bid_clarification")
        .select((question) => question.fn.min("due_on").as("due_on"))
        .whereRef("bid_clarification.bid_id", "=", "bid.id")
        .where("answered_on", "is", null)
        .as("answer_due_on"),
    )
    .where(
      "bid.id",
      "in",
      bids.map(({ id }) => id),
    )
    .execute();
  const more = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    bids.map((bid) => {
      const { withdrawn_on = null, decision_expected = null, answer_due_on = null } = more.get(bid.id) ?? {};
      const facts: BidFacts = {
        status: bid.status,
        isSignedOff: bid.isSignedOff,
        closesAt: withdrawn_on === null ? bid.closesAt : null,
        expectedDecision: bid.expectedDecision ?? decision_expected,
        answerDueOn: answer_due_on,
        hasOwner: bid.ownerName !== null,
      };
      return [bid.id, facts] as const;
    }),
  );
}
