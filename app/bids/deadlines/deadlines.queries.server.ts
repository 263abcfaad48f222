import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { IsoDay } from "#app/core/calendar-date.ts";
import { ukLocalTime } from "#app/funds/index.ts";
import type { Context } from "#app/platform/context.server.ts";
import { bidsInScope } from "../bid-scope.server.ts";
import { listOpenClarifications } from "../clarifications/clarifications.queries.server.ts";
import { EXPECTED_DECISION, roundToDecide } from "../expected-decision.server.ts";
import { byDeadline, type Deadline } from "./deadline.ts";

const UNSENT = ["draft", "awaiting_sign_off"] as const;
const UNDECIDED = ["submitted", "clarification_requested", "reserve"] as const;

const INTEREST_BY = sql<string | null>`round.expression_of_interest_by`;

/** Of each kind, so many are read: more than anybody works through. */
const AT_MOST = 200;

/**
 * What is still to come of the bids that the actor may read, the next first: expressions of interest that are due and rounds
 * that close before the bid is submitted, questions of the funder to be answered, and decisions that are expected, by the
 * round's date where the bid has none. A round that its funder took back closes for nobody.
 * @param until the last day that counts, ISO.
 */
export async function listDeadlines(context: Context, until: IsoDay): Promise<Deadline[]> {
  const interests = await unsentBids(context)
    .select("round.expression_of_interest_by as at")
    .where(isToCome(context, INTEREST_BY))
    .where("round.expression_of_interest_by", "<=", until)
    .orderBy("round.expression_of_interest_by")
    .orderBy("bid.id")
    .limit(AT_MOST)
    .execute();
  const closings = await unsentBids(context)
    .select("round.closes_at as at")
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
    .where(isToCome(context, EXPECTED_DECISION))
    .where(EXPECTED_DECISION, "<=", until)
    .orderBy(EXPECTED_DECISION)
    .orderBy("bid.id")
    .limit(AT_MOST)
    .execute();
  return [
    ...toDeadlines(interests, "interest_due"),
    ...toDeadlines(closings, "round_closes"),
    ...toDeadlines(await questionsToAnswer(context, until), "answer_due"),
    ...toDeadlines(decisions, "decision_expected"),
  ].sort(byDeadline);
}

/** The bids whose round closed before they were submitted, the last to close first, at most `limit`. */
export async function listMissedClosings(context: Context, limit: number): Promise<Deadline[]> {
  const rows = await unsentBids(context)
    .select("round.closes_at as at")
    .where(hasClosed(context))
    .orderBy("round.closes_at", "desc")
    .orderBy("bid.id", "desc")
    .limit(limit)
    .execute();
  return toDeadlines(rows, "round_closes");
}

/** Questions of funders that are due on a day from today until then; several of a bid that are due on one day are one. */
async function questionsToAnswer(context: Context, until: IsoDay): Promise<Row[]> {
  const open = (await listOpenClarifications(context, AT_MOST))
    .filter(({ dueOn }) => dueOn !== null && context.today <= dueOn && dueOn <= until)
    .map(({ bidId, reference, title, dueOn }) => ({ id: bidId, reference, title, at: dueOn }));
  return [...new Map(open.map((row) => [`${row.id} ${row.at}`, row])).values()];
}

function unsentBids(context: Context) {
  return bidsInScope(context)
    .innerJoin("round", "round.id", "bid.round_id")
    .select(["bid.id", "bid.reference", "bid.title"])
    .where("bid.status", "in", UNSENT)
    .where("round.withdrawn_on", "is", null);
}

/** True of a date from today on. Dates as text compare as far as they go: a month is to come until it is over. */
function isToCome({ today }: Context, date: RawBuilder<string | null>) {
  return sql<SqlBool>`${date} >= substr(${today}, 1, length(${date}))`;
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
