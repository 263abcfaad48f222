import { type AwardListItem, listAwards } from "#app/awards/index.server.ts";
import type { AwardFilters, AwardStatus } from "#app/awards/index.ts";
import { LIVE_STATUSES, listBids } from "#app/bids/index.server.ts";
import { type BidFilters, type BidListItem, type BidStatus, NO_BID_FILTERS } from "#app/bids/index.ts";
import { ukLocalTime } from "#app/funds/index.ts";
import type { Context } from "#app/platform/context.server.ts";
import { factsOfAwards } from "./award-facts.queries.server.ts";
import { positionOfAward } from "./award-position.rules.ts";
import { factsOfBids } from "./bid-facts.queries.server.ts";
import { positionOfBid } from "./bid-position.rules.ts";
import { lastTouched } from "./last-touched.queries.server.ts";
import type { Position } from "./position.ts";
import {
  awardStatusOf,
  bidStatusOf,
  countFurther,
  type StandingFilters,
  type StandingPlace,
} from "./standing-filters.ts";

/** A bid or an award as its manager sees it. Pence; null is "not recorded". */
export type StandingRow = Position & {
  id: number;
  reference: string;
  title: string;
  partnerships: string[];
  amountPence: number | null;
  isApproximate: boolean;
  ownerName: string | null;
  /** The instant of its last change, ISO; null where nobody changed it since it was brought in. */
  touchedAt: string | null;
} & (
    | { kind: "bid"; status: BidStatus; isSignedOff: boolean }
    | { kind: "award"; status: AwardStatus; why: string; leftPence: number | null; preparedPence: number }
  );

export type StandingPage = {
  rows: StandingRow[];
  /** The places of the pages beside this one; "start" is the first page. */
  previous: StandingPlace | "start";
  next: StandingPlace;
};

/**
 * A page of the awards, and then of the bids, that the actor may read and the filters let through; each the newest first.
 * The page on which the awards end goes on with the first bids.
 */
export async function listStanding(
  context: Context,
  filters: StandingFilters,
  place: StandingPlace = null,
): Promise<StandingPage> {
  const awardsToList = place?.of === "bid" ? null : awardsAsked(context, filters);
  const awards = awardsToList && (await awardsOf(context, awardsToList, filters, place));
  const goesOn = awards === null || awards.olderThan === null;
  const bidsToList = goesOn ? bidsAsked(context, filters) : null;
  const bids = bidsToList && (await bidsOf(context, bidsToList, place?.of === "bid" ? place : null));
  return {
    rows: [
      ...(await awardRows(context, awards?.awards ?? [])),
      ...(await bidRows(context, bids?.items ?? [])),
    ],
    previous: previousOf(place, awards?.newerThan ?? null, bids?.newer ?? null),
    next:
      awards?.olderThan != null
        ? { of: "award", after: awards.olderThan }
        : bids?.older && "after" in bids.older
          ? { of: "bid", after: bids.older.after }
          : null,
  };
}

function previousOf(place: StandingPlace, newerThan: number | null, newer: object | null) {
  if (place?.of === "award") return newerThan === null ? null : { of: "award" as const, before: newerThan };
  if (place?.of !== "bid") return null;
  return newer && "before" in newer ? { of: "bid" as const, before: Number(newer.before) } : "start";
}

/** Which awards the list holds; null where it holds none. */
export function awardsAsked(context: Context, filters: StandingFilters): AwardFilters | null {
  const status = awardStatusOf(filters);
  if (filters.kind === "bids" || status === undefined) return null;
  return { ...awardFiltersOf(context, filters), status };
}

/** Which bids the list holds; null where it holds none. What is late is of both kinds. */
export function bidsAsked(context: Context, filters: StandingFilters): BidFilters | null {
  if (filters.status === "late" && filters.kind !== "awards") {
    return { ...bidFiltersOf(filters), statuses: LIVE_STATUSES, lateAt: ukLocalTime(context.now()) };
  }
  const status = bidStatusOf(filters);
  if (filters.kind === "awards" || status === undefined) return null;
  const statuses = status ? [status] : filters.kind === "all" ? [] : LIVE_STATUSES;
  return { ...bidFiltersOf(filters), statuses };
}

function awardsOf(context: Context, asked: AwardFilters, filters: StandingFilters, place: StandingPlace) {
  // Few awards of a large register may stand at a status, or have such money: nobody else waits until they are found.
  const long = filters.status !== null || countFurther(filters) > 0;
  const read = long ? context.db.aside : context.db.read;
  return listAwards(
    { ...context, db: { ...context.db, read } },
    {
      ...asked,
      beforeId: place?.after ?? null,
      afterId: place?.before ?? null,
    },
  );
}

/** What the filters ask of an award, wherever it stands. */
export function awardFiltersOf({ actor }: Context, filters: StandingFilters): AwardFilters {
  const { search, partnershipId, owner } = filters;
  const me = actor.kind === "person" ? actor.id : 0;
  return {
    ...{ search, partnershipId, open: null, beforeId: null },
    owner: owner === "me" ? me : owner,
    money: moneyOf(filters),
  };
}

/** What the filters ask of a bid, wherever it stands. */
export function bidFiltersOf(filters: StandingFilters): BidFilters {
  const { search, partnershipId, owner } = filters;
  return { ...NO_BID_FILTERS, search, partnershipId, owner, ...moneyOf(filters) };
}

/** What is asked of the money of an award, or of a bid. */
function moneyOf({
  funderId,
  fundId,
  roundId,
  year,
  priorityId,
  themeId,
  amountFrom,
  amountTo,
}: StandingFilters) {
  return { funderId, fundId, roundId, year, priorityId, themeId, amountFrom, amountTo };
}

function bidsOf(context: Context, asked: BidFilters, place: StandingPlace) {
  const cursor =
    place?.after !== undefined
      ? { after: place.after }
      : place?.before !== undefined
        ? { before: place.before }
        : null;
  return listBids(context, asked, cursor);
}

/** Awards as their manager sees them. Call with awards in scope, a page of them at most. */
export async function awardRows(context: Context, awards: readonly AwardListItem[]): Promise<StandingRow[]> {
  const facts = await factsOfAwards(context, awards);
  const touched = await lastTouched(
    context,
    "award",
    awards.map(({ id }) => id),
  );
  return awards.flatMap(({ id, reference, title, partnerships, amountPence, amountBasis }) => {
    const one = facts.get(id);
    if (!one) return [];
    return {
      kind: "award" as const,
      ...{ id, reference, title, partnerships, amountPence },
      isApproximate: amountBasis === "approximate",
      status: one.status,
      why: one.why,
      leftPence: one.leftPence,
      preparedPence: one.preparedPence,
      ownerName: one.ownerName,
      touchedAt: touched.get(id) ?? null,
      ...positionOfAward(one, context.today),
    };
  });
}

/** Bids as their manager sees them. Call with bids in scope, a page of them at most. */
export async function bidRows(context: Context, bids: readonly BidListItem[]): Promise<StandingRow[]> {
  const facts = await factsOfBids(context, bids);
  const touched = await lastTouched(
    context,
    "bid",
    bids.map(({ id }) => id),
  );
  const now = ukLocalTime(context.now());
  return bids.flatMap(({ id, reference, title, partnerships, status, ownerName, ...bid }) => {
    const one = facts.get(id);
    if (!one) return [];
    return {
      kind: "bid" as const,
      ...{ id, reference, title, partnerships, status, ownerName },
      isSignedOff: bid.isSignedOff,
      amountPence: bid.requestedPence,
      isApproximate: bid.requestedBasis === "approximate",
      touchedAt: touched.get(id) ?? null,
      ...positionOfBid(one, now),
    };
  });
}
