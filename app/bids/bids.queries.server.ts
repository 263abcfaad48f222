import { type RawBuilder, type SqlBool, sql } from "kysely";
import { searchWords } from "#app/core/search-words.ts";
import { type Context, readingAside } from "#app/platform/context.server.ts";
import type { BidStatus } from "./bid.status.ts";
import type { BidListItem } from "./bid.ts";
import type { BidCursor, BidFilters } from "./bid-filters.ts";
import { bidsInScope, isBidInScope } from "./bid-scope.server.ts";
import { EXPECTED_DECISION, roundToDecide } from "./expected-decision.server.ts";
import { type BidMoment, bidsThen } from "./figures-then/bids-then.server.ts";
import { conditionsOf } from "./finding/bid-conditions.server.ts";
import {
  type BidSums,
  countOrdered,
  firstOfMoreThan,
  type Place,
  readOrdered,
} from "./finding/bid-order.server.ts";
import { type BidWay, wayTo } from "./finding/bid-ways.server.ts";
import { SORT_KEYS } from "./finding/sort-keys.server.ts";
import { listSignedOff } from "./sign-off/signed-off.queries.server.ts";
import { ownersOf } from "./team/team.queries.server.ts";
import { itemisedPence } from "./umbrella/umbrella.queries.server.ts";

/** Bids on one page of the list. */
const PAGE_SIZE = 50;

/** A longer list is not counted to its end: that would read more the larger the register is. */
export const COUNTED_AT_MOST = 500;

const alphabet = new Intl.Collator("en-GB");

export type BidPage = BidSums & {
  items: BidListItem[];
  /** There are more bids than were counted: then count and sums are of those on this page alone. */
  more: boolean;
  /** Null where there is more than was counted. */
  pageNumber: number | null;
  pages: number | null;
  newer: BidCursor;
  older: BidCursor;
};

/** A page of the bids that the actor may read and the filters let through, in the order asked for. */
export async function listBids(
  context: Context,
  filters: BidFilters,
  cursor: BidCursor = null,
): Promise<BidPage> {
  const way = await wayTo(context, filters);
  const conditions = conditionsOf(stillToAsk(filters, way), context.today, context);
  const { sort } = filters;
  const holding = indexHolding(filters, way);
  const through = holding === null ? sql`` : context.db.engine.through(holding);
  const bids = holding === "bid_counted" && way.allOf !== undefined ? bidsCountedWith(way.allOf) : null;
  const list = { db: doorFor(context, filters, way), way, conditions, sort, through, bids };
  // Of more bids than are counted only those on the page are looked at.
  const many = await firstOfMoreThan(list, COUNTED_AT_MOST);
  const counted = many === null ? await countOrdered(list, COUNTED_AT_MOST + 1) : null;
  const place = cursor === null ? null : await findPlace(context, filters, cursor);
  const backwards = cursor !== null && "before" in cursor;
  const from = place && { place, backwards };
  // A place that is no bid of the reader's is in no list: like the end of one.
  const unknown = cursor !== null && place === null;
  const start = async () => counted?.ids ?? many?.ids ?? (await readOrdered(list, PAGE_SIZE + 1));
  const read = from ? await readOrdered(list, PAGE_SIZE + 1, from) : unknown ? [] : await start();
  const further = read.length > PAGE_SIZE;
  const ids = read.slice(0, PAGE_SIZE);
  if (backwards) ids.reverse();
  const [first, last] = [ids[0], ids.at(-1)];
  const newer = first !== undefined && from !== null && (further || !backwards);
  const whole = counted !== null && counted.count <= COUNTED_AT_MOST ? counted : null;
  const index = whole && first !== undefined ? whole.ids.indexOf(first) : -1;
  const items = await bidItems(context, ids);
  const { requestedPence, ...sums } = whole ?? sumOf(items);
  return {
    items,
    count: sums.count,
    requestedPence: requestedPence - (await itemisedPence(context, whole?.ids ?? ids)),
    notRecorded: sums.notRecorded,
    approximate: sums.approximate,
    more: whole === null,
    pageNumber: index < 0 ? null : Math.ceil(index / PAGE_SIZE) + 1,
    pages: whole && Math.max(1, Math.ceil(whole.count / PAGE_SIZE)),
    newer: newer ? { before: first } : null,
    older: last !== undefined && (further || backwards) ? { after: last } : null,
  };
}

/** The filters less what the way has asked of each bid. */
function stillToAsk(filters: BidFilters, way: BidWay): BidFilters {
  return way.ofTheme ? { ...filters, themeId: null } : filters;
}

/** The smallest index in which all that is asked of a bid stands; null where the bids themselves have to be read. */
function indexHolding({ sort, ...filters }: BidFilters, way: BidWay): "bid_counted" | "bid_filtered" | null {
  const { search, statuses, partnershipId, amountFrom, amountTo, amountNotRecorded, ...others } = filters;
  const few = Object.values(others).every((value) => value === null);
  const readsTitles = search !== null && searchWords(search).length === 0;
  if (few && !readsTitles && sort.by === "reference" && way.conditions.length === 0) return "bid_counted";
  const isHeld =
    filters.year === null &&
    filters.lateAt === null &&
    !readsTitles &&
    sort.by !== "title" &&
    sort.by !== "decision";
  return isHeld ? "bid_filtered" : null;
}

/** What is counted of the bids of a partnership, as it stands beside the partnership: in one stretch of an index. */
function bidsCountedWith(partnershipId: number): RawBuilder<unknown> {
  return sql`(select bid_id as id, bid_status as status, bid_requested_pence as requested_pence,
      bid_requested_basis as requested_basis
    from bid_partnership where partnership_id = ${partnershipId}) as bid`;
}

/** A long way to few bids, or an order that no index has, may read the whole register: nobody else waits for that. */
function doorFor(context: Context, filters: BidFilters, way: BidWay) {
  const { db, today } = context;
  if (way.narrow) return db.read;
  const { by } = filters.sort;
  const indexed = by === "reference" || SORT_KEYS[by].indexed;
  const long = conditionsOf({ ...filters, statuses: [] }, today, context).length > 0;
  return indexed && !long ? db.read : db.aside;
}

/** Where a bid stands in the order; null where the actor may not read it. */
async function findPlace(context: Context, { sort }: BidFilters, cursor: NonNullable<BidCursor>) {
  const id = "before" in cursor ? cursor.before : cursor.after;
  if (sort.by === "reference") return { id, key: null };
  const { expression } = SORT_KEYS[sort.by];
  const { rows } = await sql<Place>`select bid.id, ${expression} as key from bid
    where bid.id = ${id} and ${isBidInScope(context.scope)}`.execute(context.db.read);
  return rows[0] ?? null;
}

function sumOf(items: readonly BidListItem[]): BidSums {
  const recorded = items.filter(({ requestedPence }) => requestedPence !== null);
  return {
    count: items.length,
    requestedPence: recorded.reduce((sum, { requestedPence }) => sum + (requestedPence ?? 0), 0),
    notRecorded: items.length - recorded.length,
    approximate: recorded.filter(({ requestedBasis }) => requestedBasis === "approximate").length,
  };
}

/** Bids as the list shows them, in the order given. Call with bids in scope, a page of them at most. */
export async function bidItems(context: Context, ids: readonly number[]): Promise<BidListItem[]> {
  if (ids.length === 0) return [];
  // As text: to build and compile what every list asks takes as long as to answer it.
  const { rows } = await sql<Omit<BidListItem, "partnerships"> & { lastSignOff: string | null }>`
    select bid.id, bid.reference, bid.title, bid.status, bid.requested_pence as "requestedPence",
      bid.requested_basis as "requestedBasis", bid.expected_decision as "expectedDecision",
      round.decision_expected as "roundDecision",
      case when bid.status = 'draft' then (select outcome from bid_sign_off where bid_sign_off.bid_id = bid.id
        order by bid_sign_off.id desc limit 1) end as "lastSignOff",
      round.name as "roundName", round.closes_at as "closesAt", fund.name as "fundName", funder.name as "funderName"
    from bid
      left join round on round.id = bid.round_id
      left join fund on fund.id = coalesce(round.fund_id, bid.fund_id)
      left join funder on funder.id = coalesce(fund.funder_id, bid.funder_id)
    where ${context.db.engine.isAmong(sql.ref("bid.id"), ids)}`.execute(context.db.read);
  const partnerships = await partnershipNamesOf(context, ids);
  const owners = await ownersOf(context, ids);
  const signed = rows.filter(({ lastSignOff }) => lastSignOff === "signed").map(({ id }) => id);
  const signedOff = signed.length === 0 ? [] : await listSignedOff(context, signed);
  const items = new Map(
    rows.map((row) => [
      row.id,
      Object.assign(row, {
        partnerships: partnerships.get(row.id) ?? [],
        ownerName: owners.get(row.id)?.name ?? null,
        isSignedOff: signedOff.includes(row.id),
      }),
    ]),
  );
  return ids.map((id) => items.get(id)).filter((item) => item !== undefined);
}

async function partnershipNamesOf(
  context: Context,
  bidIds: readonly number[],
): Promise<Map<number, string[]>> {
  const { rows } = await sql<{ bid_id: number; name: string; part: string }>`
    select bid_partnership.bid_id, partnership.name, bid_partnership.part from bid_partnership
      inner join partnership on partnership.id = bid_partnership.partnership_id
    where ${context.db.engine.isAmong(sql.ref("bid_partnership.bid_id"), bidIds)}`.execute(context.db.read);
  const parts = new Map<number, typeof rows>();
  for (const row of rows) {
    const ofBid = parts.get(row.bid_id);
    if (ofBid) ofBid.push(row);
    else parts.set(row.bid_id, [row]);
  }
  // Bid by bid few names are compared: most have one partnership.
  const leadFirst = (a: (typeof rows)[number], b: (typeof rows)[number]) =>
    Number(b.part === "lead") - Number(a.part === "lead") || alphabet.compare(a.name, b.name);
  return new Map([...parts].map(([bidId, ofBid]) => [bidId, ofBid.sort(leadFirst).map(({ name }) => name)]));
}

/**
 * All bids that the actor may read and the filters let through, in the order of the list, for a file of it; as they stood
 * at a moment, by which status, amount and days are then asked for.
 */
export async function bidsMatching(context: Context, filters: BidFilters, moment: BidMoment | null = null) {
  const { today } = context;
  const way = await wayTo(context, filters);
  const { by, descending } = filters.sort;
  const ids = way.ids === null ? [] : [sql<SqlBool>`bid.id in (${sql.join(way.ids, sql` union `)})`];
  const direction = descending ? ("desc" as const) : ("asc" as const);
  const matching = context.db.read
    .selectFrom(bidsThen(moment ?? { asAt: today, knownAt: today }, today).as("bid"))
    .where((e) =>
      e.and([
        ...ids,
        ...conditionsOf(stillToAsk(filters, way), moment?.asAt ?? today, context),
        ...way.conditions,
      ]),
    );
  const key = by === "reference" ? null : SORT_KEYS[by].expression;
  return { matching, key, direction };
}

/** How many bids that the actor may read stand at each status; statuses without any are left out. */
export async function countBidsByStatus(context: Context): Promise<Map<BidStatus, number>> {
  const aside = readingAside(context);
  const rows = await bidsInScope(aside)
    .select((e) => ["bid.status", e.fn.countAll<number>().as("count")])
    .groupBy("bid.status")
    .execute();
  return new Map(rows.map((row) => [row.status, row.count]));
}

/**
 * The bids whose decision should have come by now, the longest awaited first, at most `limit`; and how many there are.
 * Where a bid has no date of its own its round's stands for it, and the bid says so.
 */
export async function listOverdueDecisions(context: Context, limit: number) {
  const overdue = bidsInScope(context)
    .leftJoin("round", (join) => join.on(roundToDecide))
    .where("bid.status", "in", ["submitted", "clarification_requested", "reserve"])
    // A date known to the month has passed when its month has: the texts compare as far as they go.
    .where(sql<boolean>`${EXPECTED_DECISION} < substr(${context.today}, 1, length(${EXPECTED_DECISION}))`);
  const bids = await overdue
    .select(["bid.id", "bid.reference", "bid.title", EXPECTED_DECISION.as("expectedDecision")])
    .select((e) => e.eb("bid.expected_decision", "is", null).as("isOfRound"))
    .orderBy(EXPECTED_DECISION)
    .orderBy("bid.id")
    .limit(limit)
    .execute();
  const { count } = await overdue
    .select((e) => e.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return { bids: bids.map((bid) => ({ ...bid, isOfRound: Boolean(bid.isOfRound) })), count };
}
