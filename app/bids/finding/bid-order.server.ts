import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Reader } from "#db/open.server.ts";
import type { BidSort } from "./bid-sorts.ts";
import type { BidWay } from "./bid-ways.server.ts";
import { SORT_KEYS } from "./sort-keys.server.ts";

/** Numbers of bids that are looked at first where a word is found in many, and some of them may not be for the reader. */
const LOOKED_AT = 700;

/** How many bids there are, and what they come to. */
export type BidSums = {
  count: number;
  /** Pence, of those whose amount is recorded. */
  requestedPence: number;
  notRecorded: number;
  approximate: number;
};

/** The place of a bid in an order: its number, and what the order goes by. */
export type Place = { id: number; key: string | number | null };

type From = { place: Place; backwards: boolean };

type Ordered = {
  db: Reader;
  way: BidWay;
  conditions: readonly RawBuilder<SqlBool>[];
  sort: BidSort;
  /** The index through which the bids that were found are looked up. */
  through: RawBuilder<unknown>;
  /** Stands for the table of bids where it alone has all that is asked, found and in order; null otherwise. */
  bids: RawBuilder<unknown> | null;
};

/**
 * The numbers of the first bids of an order, or of those next to a place in it, at most `limit`, in the direction asked
 * for. What the order goes by may be not recorded: those bids stand last, so the list is two stretches, each in the order
 * of an index, and is read across the border between them.
 */
export async function readOrdered(list: Ordered, limit: number, from: From | null = null): Promise<number[]> {
  const found: number[] = [];
  for (const stretch of stretchesIn(list, from)) {
    if (found.length < limit) found.push(...(await readStretch(list, stretch, limit - found.length)));
  }
  return found;
}

/**
 * The same from the start of the order, with what they come to: put together by the database, as it takes longer to hand
 * hundreds of bids over one by one than to find them.
 */
export async function countOrdered(list: Ordered, limit: number): Promise<BidSums & { ids: number[] }> {
  const all = { ids: [] as number[], count: 0, requestedPence: 0, notRecorded: 0, approximate: 0 };
  for (const stretch of stretchesIn(list, null)) {
    if (all.count === limit) break;
    const { ids, ...sums } = await countStretch(list, stretch, limit - all.count);
    if (ids !== null) all.ids.push(...ids.split(",").map(Number));
    all.count += sums.count;
    all.requestedPence += sums.requestedPence;
    all.notRecorded += sums.notRecorded;
    all.approximate += sums.approximate;
  }
  return all;
}

function stretchesIn({ way, sort }: Ordered, from: From | null): Stretch[] {
  return way.ids !== null && from === null ? [wholeOf(sort)] : stretchesOf(sort, from);
}

/**
 * The first of the bids that were found, where their numbers alone tell that there are more than so many: in the order of
 * the list where that goes by the numbers, or null in place of them. Null where there are fewer, and where each would have
 * to be looked at for it.
 */
export async function firstOfMoreThan(
  list: Ordered,
  count: number,
): Promise<{ ids: number[] | null } | null> {
  const { db, way, conditions, sort } = list;
  if (way.ids === null || conditions.length > 0 || way.conditions.length > 0) return null;
  const direction = sort.descending ? sql`desc` : sql`asc`;
  const few = way.ids.map((ids) => firstOf(ids, sql``, direction, count + 1));
  const { rows } = await sql<{ count: number; ids: string | null }>`
    select cast(count(*) as bigint) as count, string_agg(cast(id as text), ',') as ids
    from (${sql.join(few, sql` union `)}) as found`.execute(db);
  const [found] = rows;
  if (!found || found.count <= count) return null;
  if (sort.by !== "reference") return { ids: null };
  const ids = (found.ids ?? "").split(",").map(Number);
  return { ids: ids.sort((a, b) => (sort.descending ? b - a : a - b)) };
}

type Stretch = {
  conditions: RawBuilder<SqlBool>[];
  /** Null where the bids of the stretch stand in the order of their numbers. */
  key: RawBuilder<string | number | null> | null;
  descending: boolean;
  after: Place | null;
  /** True where bids without what the order goes by are among the others, and stand last. */
  holdsUnrecorded?: true;
};

/** Bids that were found by another way are put in order after it: to read them twice would take twice as long. */
function wholeOf({ by, descending }: BidSort): Stretch {
  if (by === "reference") return { conditions: [], key: null, descending, after: null };
  const { expression: key, always } = SORT_KEYS[by];
  const whole = { conditions: [], key, descending, after: null };
  return always ? whole : { ...whole, holdsUnrecorded: true };
}

function stretchesOf({ by, descending }: BidSort, from: From | null): Stretch[] {
  const backwards = from?.backwards ?? false;
  const place = from?.place ?? null;
  const direction = descending !== backwards;
  if (by === "reference") return [{ conditions: [], key: null, descending: direction, after: place }];
  const { expression: key, always } = SORT_KEYS[by];
  const recorded: Stretch = {
    conditions: always ? [] : [sql`${key} is not null`],
    key,
    descending: direction,
    after: place?.key === null ? null : place,
  };
  if (always) return [recorded];
  const unrecorded: Stretch = {
    conditions: [sql`${key} is null`],
    key: null,
    descending: direction,
    after: place?.key === null ? place : null,
  };
  if (backwards) return place?.key === null ? [unrecorded, recorded] : [recorded];
  return place?.key === null ? [unrecorded] : [recorded, unrecorded];
}

async function readStretch(list: Ordered, stretch: Stretch, limit: number): Promise<number[]> {
  let ids: number[] = [];
  for (const query of queriesFor(list, stretch, limit)) {
    const { rows } = await sql<{ id: number }>`${query}`.execute(list.db);
    ids = rows.map(({ id }) => id);
    if (ids.length === limit) break;
  }
  return ids;
}

type Counted = BidSums & { ids: string | null };

async function countStretch(list: Ordered, stretch: Stretch, limit: number): Promise<Counted> {
  let counted: Counted = { ids: null, count: 0, requestedPence: 0, notRecorded: 0, approximate: 0 };
  for (const query of queriesFor(list, stretch, limit)) {
    const { rows } = await sql<Counted>`
      select cast(count(*) as bigint) as count, cast(coalesce(sum(pence), 0) as bigint) as "requestedPence",
        cast(count(*) - count(pence) as bigint) as "notRecorded",
        cast(count(case when basis = 'approximate' then 1 end) as bigint) as approximate,
        string_agg(cast(id as text), ',') as ids
      from (${query}) as in_order`.execute(list.db);
    counted = rows[0] ?? counted;
    if (counted.count === limit) break;
  }
  return counted;
}

/** The queries for the first bids of a stretch, of which the next is only needed where one does not come to the limit. */
function queriesFor(list: Ordered, stretch: Stretch, limit: number): RawBuilder<unknown>[] {
  const { way, conditions, bids } = list;
  const whole = inOrder(list, stretch, limit, null);
  const isOrdered = stretch.key === null && conditions.length === 0 && stretch.conditions.length === 0;
  if (bids !== null || way.ids === null || !isOrdered) return [whole];
  // The numbers alone are put in order first: of many found bids only the first few are then looked at.
  if (way.conditions.length === 0) return [inOrder(list, stretch, limit, limit)];
  return [inOrder(list, stretch, limit, LOOKED_AT), whole];
}

/** The query for the first bids of a stretch. */
function inOrder(
  { way, conditions, through, bids }: Ordered,
  stretch: Stretch,
  limit: number,
  most: number | null,
): RawBuilder<unknown> {
  const direction = stretch.descending ? sql`desc` : sql`asc`;
  const { key, after } = stretch;
  const unrecordedLast = stretch.holdsUnrecorded ? sql` nulls last` : sql``;
  const ids = bids === null ? way.ids : null;
  const id = ids === null ? sql<number>`bid.id` : sql<number>`found.id`;
  const beyond = after === null ? [] : [isBeyond(id, stretch, after)];
  const all = [...beyond, ...conditions, ...stretch.conditions, ...way.conditions];
  // Each of the queries is in the order of an index by itself: of many numbers only the first few are read.
  const few = most !== null && ids ? ids.map((each) => firstOf(each, where(beyond), direction, most)) : ids;
  const union = few && sql.join(few, sql` union `);
  const found = most !== null && union && few.length > 1 ? firstOf(union, sql``, direction, most) : union;
  const from =
    found === null
      ? (bids ?? sql`bid`)
      : sql`(${found}) as found inner join bid ${through} on bid.id = found.id`;
  return sql`select bid.id, bid.requested_pence as pence, bid.requested_basis as basis from ${from} ${where(all)}
    order by ${key === null ? id : sql`${key} ${direction}${unrecordedLast}, bid.id`} ${direction} limit ${limit}`;
}

function firstOf(
  ids: RawBuilder<unknown>,
  condition: RawBuilder<unknown>,
  direction: RawBuilder<unknown>,
  most: number,
): RawBuilder<unknown> {
  return sql`select id from (select found.id from (${ids}) as found ${condition} order by found.id ${direction}
    limit ${most}) as first_few`;
}

function where(conditions: readonly RawBuilder<SqlBool>[]) {
  return conditions.length === 0 ? sql`` : sql`where ${sql.join(conditions, sql` and `)}`;
}

/** True of the bids behind a place; the first part is what an index is entered by. */
function isBeyond(id: RawBuilder<number>, { key, descending }: Stretch, after: Place): RawBuilder<SqlBool> {
  const further = descending ? sql`<` : sql`>`;
  if (key === null) return sql`${id} ${further} ${after.id}`;
  return sql`${key} ${further}= ${after.key} and (${key} ${further} ${after.key} or bid.id ${further} ${after.id})`;
}
