import { type RawBuilder, type SqlBool, sql } from "kysely";
import { searchWords } from "#app/core/search-words.ts";
import type { Context } from "#app/platform/context.server.ts";
import { keepQuery } from "#db/kept-queries.ts";
import type { BidFilters } from "../bid-filters.ts";
import { isBidInScope, takesPart } from "../bid-scope.server.ts";
import { ownerId } from "./bid-conditions.server.ts";
import { type Found, findByWords, servingTheme } from "./bids-by-words.server.ts";
import { peopleNamed, prioritiesNamed, withFewNamed } from "./named.server.ts";

/** Up to so many partnerships their bids are looked up; with more, each bid is asked whose it is. */
const FEW_PARTNERSHIPS = 20;

/** How the bids of a list are come by: those an index leads to, and what is still to be asked of each. */
export type BidWay = {
  /** Queries that come to the numbers of the bids between them; null where all are looked at. */
  ids: readonly RawBuilder<unknown>[] | null;
  /** The partnership whose bids `ids` are, all of them and no others; absent where they are come by otherwise. */
  allOf?: number;
  conditions: RawBuilder<SqlBool>[];
  /** True where it leads to a small part of a large register. */
  narrow: boolean;
  /** True where it leads to bids of the theme alone, so that none has to be asked for it. */
  ofTheme: boolean;
};

type WayOfAnyTheme = Omit<BidWay, "ofTheme">;

/** The shortest way to the bids that the actor may read and that words, partnership, owner, round or priority let through. */
export async function wayTo(asked: Context, filters: BidFilters): Promise<BidWay> {
  const way = await wayToAll(asked, filters);
  const { themeId } = filters;
  if (way.ids === null || themeId === null || way.ofTheme) return way;
  const { allOf: _, ...narrowed } = way;
  return { ...narrowed, ids: [servingTheme(way.ids, themeId)], ofTheme: true };
}

async function wayToAll(asked: Context, filters: BidFilters): Promise<BidWay> {
  const context = (await readsEveryPartnership(asked)) ? { ...asked, scope: { all: true as const } } : asked;
  const words = filters.search === null ? [] : searchWords(filters.search);
  const found = words.length === 0 ? null : await findByWords(context, words, filters);
  const way = wayWithoutWords(context, await withFewNamed(context, filters));
  if (found === null) return { ...way, ofTheme: false };
  const { ids, ofTheme } = found;
  if (way.narrow || ids === null) return { ...withWords(way, found), ofTheme: false };
  return { ...way, ids, ofTheme, narrow: true };
}

/** True of whom no bid has to be asked whose it is: every bid has a partnership. */
async function readsEveryPartnership({ db, scope }: Context): Promise<boolean> {
  if (scope.all || scope.partnershipIds.length <= FEW_PARTNERSHIPS) return scope.all;
  const [row] = await partnershipCount(db.read, null);
  return row?.count === new Set(scope.partnershipIds).size;
}

const partnershipCount = keepQuery((reader, _: null) =>
  reader.selectFrom("partnership").select((e) => e.fn.countAll<number>().as("count")),
);

/** Of few bids, or where the words are in many, each is asked for the words. */
function withWords(way: WayOfAnyTheme, { condition }: Found): WayOfAnyTheme {
  return { ...way, conditions: [condition, ...way.conditions] };
}

function wayWithoutWords(context: Context, filters: BidFilters): WayOfAnyTheme {
  const { scope } = context;
  const { partnershipId, priorityId, priorityTitle, roundId } = filters;
  const inScope = isBidInScope(scope);
  const owners = ownersAsked(context, filters);
  if (owners !== null) {
    const ids = [sql`select bid_id as id from bid_team where part = 'owner' and person_id in (${owners})`];
    const only = partnershipId === null ? [] : [takesPart([partnershipId])];
    return { ids, conditions: [inScope, ...only], narrow: true };
  }
  const only = partnershipId ?? onlyPartnershipOf(scope);
  if (only !== null) {
    const isOwn = scope.all || scope.partnershipIds.includes(only);
    return {
      ids: [sql`select bid_id as id from bid_partnership where partnership_id = ${only}`],
      allOf: only,
      conditions: isOwn ? [] : [inScope],
      narrow: true,
    };
  }
  if (priorityId !== null) {
    const ids = [sql`select bid_id as id from bid_priority where priority_id = ${priorityId}`];
    return { ids, conditions: [inScope], narrow: true };
  }
  if (priorityTitle !== null) {
    const named = prioritiesNamed(context, priorityTitle);
    const ids = [sql`select distinct bid_id as id from bid_priority where priority_id in (${named})`];
    return { ids, conditions: [inScope], narrow: true };
  }
  if (roundId !== null) {
    return {
      ids: [sql`select id from bid where round_id = ${roundId}`],
      conditions: [inScope],
      narrow: true,
    };
  }
  if (!scope.all && scope.partnershipIds.length <= FEW_PARTNERSHIPS) {
    const few = sql.join([0, ...scope.partnershipIds]);
    const ids = [sql`select distinct bid_id as id from bid_partnership where partnership_id in (${few})`];
    return { ids, conditions: [], narrow: true };
  }
  return { ids: null, conditions: scope.all ? [] : [inScope], narrow: false };
}

/** The people of whom one has to own a bid; null where it may be anybody's or is to be nobody's. */
function ownersAsked(context: Context, { owner, ownerName }: BidFilters): RawBuilder<unknown> | null {
  if (owner !== null && owner !== "nobody") return sql`${ownerId(owner, context.actor)}`;
  return ownerName === null ? null : peopleNamed(context, ownerName);
}

function onlyPartnershipOf(scope: Context["scope"]): number | null {
  return !scope.all && scope.partnershipIds.length === 1 ? (scope.partnershipIds[0] ?? null) : null;
}
