import type { Context } from "#app/platform/context.server.ts";
import type { BidStatus } from "../bid.status.ts";
import { bidsInScope } from "../bid-scope.server.ts";

/** Lessons on one page of them: more than anybody reads before writing a bid. */
export const LESSONS_SHOWN = 200;

export type Feedback = {
  ranked: number | null;
  rankedOf: number | null;
  rankedOn: string | null;
  feedback: string | null;
  lessons: string | null;
  version: number;
};

/** What is recorded of a bid that the reader may read; null where nothing is. */
export async function findFeedback({ db }: Context, bidId: number): Promise<Feedback | null> {
  const row = await db.read
    .selectFrom("bid_feedback")
    .select(["ranked", "ranked_of as rankedOf", "ranked_on as rankedOn", "feedback", "lessons", "version"])
    .where("bid_id", "=", bidId)
    .executeTakeFirst();
  return row ?? null;
}

export type Lesson = {
  id: number;
  reference: string;
  title: string;
  status: BidStatus;
  funderName: string | null;
  fundName: string | null;
  lessons: string;
};

/**
 * What was learnt from the bids that the actor may read, by funder and fund, the newest bid first in each.
 * @param most how many of them, of the newest bids; null for all.
 */
export async function listLessons(context: Context, most: number | null): Promise<Lesson[]> {
  let query = bidsInScope(context)
    .innerJoin("bid_feedback", "bid_feedback.bid_id", "bid.id")
    .leftJoin("round", "round.id", "bid.round_id")
    .leftJoin("fund", (join) =>
      join.on((e) => e("fund.id", "=", e.fn.coalesce("round.fund_id", "bid.fund_id"))),
    )
    .leftJoin("funder", (join) =>
      join.on((e) => e("funder.id", "=", e.fn.coalesce("fund.funder_id", "bid.funder_id"))),
    )
    .select([
      "bid.id",
      "bid.reference",
      "bid.title",
      "bid.status",
      "funder.name as funderName",
      "fund.name as fundName",
      "bid_feedback.lessons",
    ])
    .where("bid_feedback.lessons", "is not", null)
    .orderBy("bid.id", "desc");
  if (most !== null) query = query.limit(most);
  const rows = await query.execute();
  const lessons = rows.map((row) => ({ ...row, lessons: row.lessons ?? "" }));
  const name = ({ funderName, fundName }: Lesson) => `${funderName ?? "\uffff"} ${fundName ?? "\uffff"}`;
  return lessons.sort((a, b) => name(a).localeCompare(name(b), "en-GB") || b.id - a.id);
}
