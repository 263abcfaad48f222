import { type SqlBool, sql } from "kysely";
import type { IsoDay } from "#app/core/calendar-date.ts";
import { ukLocalTime } from "#app/funds/index.ts";
import type { Context } from "#app/platform/context.server.ts";
import { bidsInScope } from "../bid-scope.server.ts";
import { EXPECTED_DECISION, roundToDecide } from "../expected-decision.server.ts";
import { byDeadline, type Deadline } from "./deadline.ts";

const UNSENT = ["draft", "awaiting_sign_off"] as const;
const UNDECIDED = ["submitted", "clarification_requested", "reserve"] as const;

/** Of each kind, so many are read: more than anybody works through. */
const AT_MOST = 200;

/**
 * What is still to come of the bids that the actor may read, the next first: rounds that close before the bid is
 * submitted, and decisions that are expected, by the round's date where the bid has none. A round that its funder took back closes for nobody.
 * @param until the last day that counts, ISO.
 */
export async function listDeadlines(context: Context, until: IsoDay): Promise<Deadline[]> {
  // Moments as text compare as far as they go: a month is still to come until it is over.
  const closings = await unsentBids(context)
    .where(sql<SqlBool>`not ${hasClosed(context)}`)
    .where("round.closes_at", "<=", `${until}T24:00`)
    .orderBy("round.closes_at")
    .orderBy("bid.id")
    .limit(AT_MOST)
    .execute();
  const decisions = await bidsInScope(context)
    .leftJoin("round", (join) => join.on(roundToDecide))
    .select(["bid.id", "bid.reference", "bid.title", EXPECTED_DECISION.as("at")])
    .where("bid.status", "in", UNDECIDED)
    .where(sql<SqlBool>`${EXPECTED_DECISION} >= substr(${context.today}, 1, length(${EXPECTED_DECISION}))`)
    .where(EXPECTED_DECISION, "<=", until)
    .orderBy(EXPECTED_DECISION)
    .orderBy("bid.id")
    .limit(AT_MOST)
    .execute();
  return [...toDeadlines(closings, "round_closes"), ...toDeadlines(decisions, "decision_expected")].sort(
    byDeadline,
  );
}

/** The bids whose round closed before they were submitted, the last to close first, at most `limit`. */
export async function listMissedClosings(context: Context, limit: number): Promise<Deadline[]> {
  const rows = await unsentBids(context)
    .where(hasClosed(context))
    .orderBy("round.closes_at", "desc")
    .orderBy("bid.id", "desc")
    .limit(limit)
    .execute();
  return toDeadlines(rows, "round_closes");
}

function unsentBids(context: Context) {
  return bidsInScope(context)
    .innerJoin("round", "round.id", "bid.round_id")
    .select(["bid.id", "bid.reference", "bid.title", "round.closes_at as at"])
    .where("bid.status", "in", UNSENT)
    .where("round.withdrawn_on", "is", null);
}

function hasClosed(context: Context) {
  const now = ukLocalTime(context.now());
  return sql<SqlBool>`(round.closes_at = ${now}
    or round.closes_at < substr(${now}, 1, length(round.closes_at)))`;
}

type Row = { id: number; reference: string; title: string; at: string | null };

function toDeadlines(rows: readonly Row[], kind: Deadline["kind"]): Deadline[] {
  return rows.flatMap(({ id, reference, title, at }) =>
    at === null ? [] : [{ bidId: id, reference, title, kind, at }],
  );
}
