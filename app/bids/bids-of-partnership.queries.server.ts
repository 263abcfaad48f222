import { type SqlBool, sql } from "kysely";
import { type IsoDay, type PartialDate, ukDayOf } from "#app/core/calendar-date.ts";
import type { Context } from "#app/platform/context.server.ts";
import { isRecordedBy } from "#app/platform/dates-in-queries.server.ts";
import type { BidStatus } from "./bid.status.ts";
import { isBidInScope } from "./bid-scope.server.ts";
import { requestedThen } from "./figures-then/figures-then.server.ts";
import { bidRecordedBy, bidStatusThen } from "./figures-then/status-then.server.ts";

/** A bid of a partnership with what became of it and why. */
export type BidOfPartnership = {
  id: number;
  reference: string;
  title: string;
  status: BidStatus;
  roundId: number | null;
  /** The day on which it came into the register. */
  recordedOn: IsoDay;
  fundName: string | null;
  funderName: string | null;
  /** UK local time, or a partial date: when the round closes. */
  closesAt: string | null;
  submittedOn: PartialDate | null;
  decidedOn: PartialDate | null;
  /** Pence; null is not recorded. */
  requestedPence: number | null;
  /** The day on which it came to its status, as stated, else as recorded. */
  since: PartialDate | null;
  /** Why it has its status, and what the funder said besides; null where nobody recorded it. */
  reason: string | null;
  feedback: string | null;
};

const NOT_SENT: readonly BidStatus[] = ["draft", "awaiting_sign_off"];
const DECIDED: readonly BidStatus[] = ["awarded", "part_awarded", "unsuccessful"];

/** Up to which day the register is asked what a bid was, and what it requested. */
export type BidsKnown = { knownAt: IsoDay; requestedAt: IsoDay };

/**
 * The bids in scope in which a partnership takes part, as they were known on a day, with the reason of the last change of
 * their status, in the order of their numbers. Umbrella records whose bids stand for themselves are left out. Names and
 * dates, and what the funder said of a decision that was known, are those of today.
 */
export async function listBidsOfPartnership(
  { db, scope, today }: Context,
  partnershipId: number,
  { knownAt, requestedAt }: BidsKnown,
): Promise<BidOfPartnership[]> {
  const status = bidStatusThen(knownAt, today);
  const known = knownAt >= today ? sql<SqlBool>`1 = 1` : isRecordedBy(sql`change.at`, knownAt);
  const rows = await db.read
    .selectFrom("bid")
    .leftJoin("round", "round.id", "bid.round_id")
    .leftJoin("fund", (join) =>
      join.on((e) => e("fund.id", "=", e.fn.coalesce("round.fund_id", "bid.fund_id"))),
    )
    .leftJoin("funder", (join) =>
      join.on((e) => e("funder.id", "=", e.fn.coalesce("fund.funder_id", "bid.funder_id"))),
    )
    .leftJoin("bid_feedback", "bid_feedback.bid_id", "bid.id")
    .leftJoin("bid_event as event", (join) =>
      join.on((e) =>
        e(
          "event.id",
          "=",
          e
            .selectFrom("bid_event as change")
            .select((each) => each.fn.max("change.id").as("id"))
            .whereRef("change.bid_id", "=", "bid.id")
            .where(sql<SqlBool>`change.to_status = ${status}`)
            .where(known),
        ),
      ),
    )
    .select(["bid.id", "bid.reference", "bid.title", status.as("status"), "bid.round_id as roundId"])
    .select("bid.created_at")
    .select(requestedThen(requestedAt, today).as("requestedPence"))
    .select(["bid.submitted_on as submittedOn", "bid.decided_on as decidedOn", "round.closes_at as closesAt"])
    .select(["fund.name as fundName", "funder.name as funderName", "bid_feedback.feedback"])
    .select(["event.reason", "event.happened_on", "event.at"])
    .where("bid.id", "in", (e) =>
      e
        .selectFrom("bid_partnership")
        .select("bid_id")
        .where("partnership_id", "=", partnershipId)
        .where("part", "<>", "recorder"),
    )
    .where(isBidInScope(scope))
    .where(bidRecordedBy(knownAt, today))
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom("bid_umbrella_member as item")
            .select("item.bid_id")
            .whereRef("item.umbrella_id", "=", "bid.id"),
        ),
      ),
    )
    .orderBy("bid.id")
    .execute();
  return rows.map(({ happened_on, at, created_at, submittedOn, decidedOn, feedback, ...row }) => {
    // What stands there today was not known while the bid had not come to it.
    const isSent = knownAt >= today || !NOT_SENT.includes(row.status);
    const isDecided = knownAt >= today || DECIDED.includes(row.status);
    return {
      ...row,
      recordedOn: ukDayOf(created_at),
      submittedOn: isSent ? submittedOn : null,
      decidedOn: isDecided ? decidedOn : null,
      feedback: isDecided ? feedback : null,
      since: happened_on ?? (at && ukDayOf(at)),
    };
  });
}
