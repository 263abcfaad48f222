import { type ExpressionBuilder, type RawBuilder, type SqlBool, sql } from "kysely";
import { searchWords } from "#app/core/search-words.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { DatabaseSchema } from "#db/schema.ts";
import type { BidStatus } from "./bid.status.ts";
import type { BidListItem } from "./bid.ts";
import type { BidCursor, BidFilters } from "./bid-filters.ts";
import { bidsInScope, isBidInScope, takesPart } from "./bid-scope.server.ts";

/** Bids on one page of the list. */
const PAGE_SIZE = 50;

/** A longer list is not counted to its end: that would read more the larger the register is. */
export const COUNTED_AT_MOST = 500;

const alphabet = new Intl.Collator("en-GB");

export type BidPage = {
  items: BidListItem[];
  /** Of all bids that the filters let through, not of this page alone; at most COUNTED_AT_MOST. */
  count: number;
  /** There are more than were counted: then what follows is not of all of them. */
  more: boolean;
  /** Pence, of those whose amount is recorded. */
  requestedPence: number;
  notRecorded: number;
  approximate: number;
  /** Null where there is more than was counted. */
  pageNumber: number | null;
  pages: number | null;
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
  const { rows, newer, older } = await rowsOf(context, filters, cursor);
  const [first, last] = [rows[0], rows.at(-1)];
  const counted = sums.more || !first ? null : newer ? await countNewer(context, filters, first.id) : 0;
  const partnerships = await partnershipNamesOf(
    context,
    rows.map((row) => row.id),
  );
  return {
    items: rows.map((row) => ({ ...row, partnerships: partnerships.get(row.id) ?? [] })),
    ...sums,
    pageNumber: counted === null ? null : Math.ceil(counted / PAGE_SIZE) + 1,
    pages: sums.more ? null : Math.max(1, Math.ceil(sums.count / PAGE_SIZE)),
    newer: first && newer ? { before: first.id } : null,
    older: last && older ? { after: last.id } : null,
  };
}

/** The bids that the actor may read and the filters let through. */
function filtered(context: Context, filters: BidFilters) {
  const { found, conditions } = wayTo(context, filters);
  return context.db.read
    .selectFrom("bid")
    .innerJoin(found.as("found"), (join) => join.on(sql<SqlBool>`found.id = bid.id`))
    .where((e) => e.and([...conditions, ...plainConditions(e, filters)]));
}

/** What bids are found by: words, a partnership, or one after another. An index has each in the order of `id`. */
type Way = { found: RawBuilder<{ id: number }>; id: RawBuilder<number>; conditions: RawBuilder<SqlBool>[] };

function wayTo({ db, scope }: Context, { partnershipId, search }: BidFilters): Way {
  const words = search === null ? [] : searchWords(search);
  const ofPartnership = partnershipId === null ? [] : [takesPart([partnershipId])];
  const inScope = isBidInScope(scope);
  if (words.length > 0) {
    const found = sql<{ id: number }>`(${db.engine.search.found("bid", words)})`;
    return { found, id: sql`found.id`, conditions: [inScope, ...ofPartnership] };
  }
  const only = partnershipId ?? onlyPartnershipOf(scope);
  if (only === null) return { found: sql`(select id from bid)`, id: sql`bid.id`, conditions: [inScope] };
  const theirs = sql<{
    id: number;
  }>`(select bid_id as id from bid_partnership where partnership_id = ${only})`;
  const isOwn = scope.all || scope.partnershipIds.includes(only);
  return { found: theirs, id: sql`found.id`, conditions: isOwn ? [] : [inScope] };
}

function onlyPartnershipOf(scope: Context["scope"]): number | null {
  return !scope.all && scope.partnershipIds.length === 1 ? (scope.partnershipIds[0] ?? null) : null;
}

function plainConditions(e: ExpressionBuilder<DatabaseSchema, "bid">, filters: BidFilters) {
  const { statuses, roundId, search } = filters;
  const all = [];
  if (statuses.length > 0) all.push(e("bid.status", "in", statuses));
  if (roundId !== null) all.push(e("bid.round_id", "=", roundId));
  if (search !== null && searchWords(search).length === 0) {
    const pattern = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
    all.push(sql<SqlBool>`bid.title like ${pattern} escape '\\'`);
  }
  return all;
}

async function sumBids(context: Context, filters: BidFilters) {
  const counted = filtered(context, filters)
    .select(["bid.requested_pence", "bid.requested_basis"])
    .limit(COUNTED_AT_MOST + 1)
    .as("counted");
  const row = await context.db.read
    .selectFrom(counted)
    .select((e) => [
      e.fn.countAll<number>().as("count"),
      e.cast<number | null>(e.fn.sum("requested_pence"), "bigint").as("requested"),
      e.fn.count<number>("requested_pence").as("recorded"),
      e.fn.countAll<number>().filterWhere("requested_basis", "=", "approximate").as("approximate"),
    ])
    .executeTakeFirstOrThrow();
  return {
    count: Math.min(row.count, COUNTED_AT_MOST),
    more: row.count > COUNTED_AT_MOST,
    requestedPence: row.requested ?? 0,
    notRecorded: row.count - row.recorded,
    approximate: row.approximate,
  };
}

/** The rows of a page, and whether there are others on either side of it. */
async function rowsOf(context: Context, filters: BidFilters, cursor: BidCursor) {
  const { id } = wayTo(context, filters);
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
    .orderBy(id, backwards ? "asc" : "desc")
    .limit(PAGE_SIZE + 1);
  if (cursor !== null) {
    query =
      "before" in cursor
        ? query.where(sql<SqlBool>`${id} > ${cursor.before}`)
        : query.where(sql<SqlBool>`${id} < ${cursor.after}`);
  }
  const found = await query.execute();
  const rows = found.slice(0, PAGE_SIZE);
  const further = found.length > PAGE_SIZE;
  if (backwards) return { rows: rows.reverse(), newer: further, older: true };
  return { rows, newer: cursor !== null, older: further };
}

async function countNewer(context: Context, filters: BidFilters, id: number): Promise<number> {
  const row = await filtered(context, filters)
    .select((e) => e.fn.countAll<number>().as("count"))
    .where(sql<SqlBool>`found.id > ${id}`)
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
    (a, b) => Number(b.part === "lead") - Number(a.part === "lead") || alphabet.compare(a.name, b.name),
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
