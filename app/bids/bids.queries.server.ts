import { type ExpressionBuilder, sql } from "kysely";
import type { Context } from "#app/platform/context.server.ts";
import type { DatabaseSchema } from "#db/schema.ts";
import type { BidStatus } from "./bid.status.ts";
import type { BidListItem } from "./bid.ts";
import type { BidCursor, BidFilters } from "./bid-filters.ts";
import { bidsInScope } from "./bid-scope.server.ts";

/** Bids on one page of the list. */
const PAGE_SIZE = 50;

export type BidPage = {
  items: BidListItem[];
  /** Of all bids that the filters let through, not of this page alone. */
  count: number;
  /** Pence, of those whose amount is recorded. */
  requestedPence: number;
  notRecorded: number;
  approximate: number;
  pageNumber: number;
  pages: number;
  newer: BidCursor;
  older: BidCursor;
};

/** A page of the bids that the actor may read and the filters let through, newest first. */
export async function listBids(
  context: Context,
  filters: BidFilters,
  cursor: BidCursor = null,
): Promise<BidPage> {
  const sums = await sumBids(context, filters);
  const rows = await rowsOf(context, filters, cursor);
  const [first, last] = [rows[0], rows.at(-1)];
  const newerCount = first ? await countNewer(context, filters, first.id) : 0;
  const partnerships = await partnershipNamesOf(
    context,
    rows.map((row) => row.id),
  );
  const shownToHere = newerCount + rows.length;
  return {
    items: rows.map((row) => ({ ...row, partnerships: partnerships.get(row.id) ?? [] })),
    ...sums,
    pageNumber: Math.ceil(newerCount / PAGE_SIZE) + 1,
    pages: Math.max(1, Math.ceil(sums.count / PAGE_SIZE)),
    newer: first && newerCount > 0 ? { before: first.id } : null,
    older: last && shownToHere < sums.count ? { after: last.id } : null,
  };
}

function filtered(context: Context, filters: BidFilters) {
  return bidsInScope(context).where((e) => e.and(conditions(e, filters)));
}

function conditions(e: ExpressionBuilder<DatabaseSchema, "bid">, filters: BidFilters) {
  const { statuses, partnershipId, roundId, search } = filters;
  const all = [];
  if (statuses.length > 0) all.push(e("bid.status", "in", statuses));
  if (roundId !== null) all.push(e("bid.round_id", "=", roundId));
  if (partnershipId !== null) {
    const ofPartnership = e
      .selectFrom("bid_partnership")
      .select("bid_id")
      .where("partnership_id", "=", partnershipId);
    all.push(e("bid.id", "in", ofPartnership));
  }
  if (search !== null) {
    const pattern = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
    const holds = (column: "bid.title" | "bid.reference") =>
      sql<boolean>`lower(${sql.ref(column)}) like lower(${pattern}) escape '\\'`;
    all.push(e.or([holds("bid.title"), holds("bid.reference")]));
  }
  return all;
}

async function sumBids(context: Context, filters: BidFilters) {
  const row = await filtered(context, filters)
    .select((e) => [
      e.fn.countAll<number>().as("count"),
      e.cast<number | null>(e.fn.sum("bid.requested_pence"), "bigint").as("requested"),
      e.fn.count<number>("bid.requested_pence").as("recorded"),
      e.fn.countAll<number>().filterWhere("bid.requested_basis", "=", "approximate").as("approximate"),
    ])
    .executeTakeFirstOrThrow();
  return {
    count: row.count,
    requestedPence: row.requested ?? 0,
    notRecorded: row.count - row.recorded,
    approximate: row.approximate,
  };
}

async function rowsOf(context: Context, filters: BidFilters, cursor: BidCursor) {
  const backwards = cursor !== null && "before" in cursor;
  let query = filtered(context, filters)
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
      "bid.requested_pence as requestedPence",
      "bid.requested_basis as requestedBasis",
      "bid.expected_decision as expectedDecision",
      "round.name as roundName",
      "fund.name as fundName",
      "funder.name as funderName",
    ])
    .orderBy("bid.id", backwards ? "asc" : "desc")
    .limit(PAGE_SIZE);
  if (cursor !== null) {
    query =
      "before" in cursor
        ? query.where("bid.id", ">", cursor.before)
        : query.where("bid.id", "<", cursor.after);
  }
  const rows = await query.execute();
  return backwards ? rows.reverse() : rows;
}

async function countNewer(context: Context, filters: BidFilters, id: number): Promise<number> {
  const row = await filtered(context, filters)
    .select((e) => e.fn.countAll<number>().as("count"))
    .where("bid.id", ">", id)
    .executeTakeFirstOrThrow();
  return row.count;
}

async function partnershipNamesOf(context: Context, bidIds: number[]): Promise<Map<number, string[]>> {
  const names = new Map<number, string[]>();
  if (bidIds.length === 0) return names;
  const rows = await context.db.read
    .selectFrom("bid_partnership")
    .innerJoin("partnership", "partnership.id", "bid_partnership.partnership_id")
    .select(["bid_partnership.bid_id", "partnership.name", "bid_partnership.part"])
    .where("bid_partnership.bid_id", "in", bidIds)
    .execute();
  rows.sort(
    (a, b) => Number(b.part === "lead") - Number(a.part === "lead") || a.name.localeCompare(b.name, "en-GB"),
  );
  for (const row of rows) names.set(row.bid_id, [...(names.get(row.bid_id) ?? []), row.name]);
  return names;
}

/** How many bids that the actor may read stand at each status; statuses without any are left out. */
export async function countBidsByStatus(context: Context): Promise<Map<BidStatus, number>> {
  const rows = await bidsInScope(context)
    .select((e) => ["bid.status", e.fn.countAll<number>().as("count")])
    .groupBy("bid.status")
    .execute();
  return new Map(rows.map((row) => [row.status, row.count]));
}

/** The bids whose decision should have come by now, the longest awaited first, at most `limit`; and how many there are. */
export async function listOverdueDecisions(context: Context, limit: number) {
  const overdue = bidsInScope(context)
    .where("bid.status", "in", ["submitted", "clarification_requested", "reserve"])
    // A date known to the month has passed when its month has: the texts compare as far as they go.
    .where(sql<boolean>`bid.expected_decision < substr(${context.today}, 1, length(bid.expected_decision))`);
  const bids = await overdue
    .select(["bid.id", "bid.reference", "bid.title", "bid.expected_decision as expectedDecision"])
    .orderBy("bid.expected_decision")
    .orderBy("bid.id")
    .limit(limit)
    .execute();
  const { count } = await overdue
    .select((e) => e.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return { bids, count };
}
