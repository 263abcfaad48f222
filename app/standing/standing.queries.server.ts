import { type AwardListItem, listAwards } from "#app/awards/index.server.ts";
import type { AwardStatus } from "#app/awards/index.ts";
import { LIVE_STATUSES, listBids } from "#app/bids/index.server.ts";
import { type BidListItem, type BidStatus, NO_BID_FILTERS } from "#app/bids/index.ts";
import { ukLocalTime } from "#app/funds/index.ts";
import type { Context } from "#app/platform/context.server.ts";
import { factsOfAwards } from "./award-facts.queries.server.ts";
import { positionOfAward } from "./award-position.rules.ts";
import { factsOfBids } from "./bid-facts.queries.server.ts";
import { positionOfBid } from "./bid-position.rules.ts";
import { lastTouched } from "./last-touched.queries.server.ts";
import type { Position } from "./position.ts";
import { awardStatusOf, bidStatusOf, type StandingFilters, type StandingPlace } from "./standing-filters.ts";

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
    | { kind: "bid"; status: BidStatus }
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
  const ofAwards = place?.of !== "bid" && filters.kind !== "bids" && awardStatusOf(filters) !== undefined;
  const awards = ofAwards ? await awardsOf(context, filters, place) : null;
  const goesOn = awards === null || awards.olderThan === null;
  const ofBids = goesOn && filters.kind !== "awards" && bidStatusOf(filters) !== undefined;
  const bids = ofBids ? await bidsOf(context, filters, place?.of === "bid" ? place : null) : null;
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

function awardsOf(context: Context, filters: StandingFilters, place: StandingPlace) {
  const { actor } = context;
  const me = actor.kind === "person" ? actor.id : 0;
  // Few awards of a large register may stand at a status: nobody else waits until they are found.
  const read = filters.status === null ? context.db.read : context.db.aside;
  return listAwards(
    { ...context, db: { ...context.db, read } },
    {
      search: filters.search,
      partnershipId: filters.partnershipId,
      open: null,
      status: awardStatusOf(filters) ?? null,
      owner: filters.owner === "me" ? me : filters.owner,
      beforeId: place?.after ?? null,
      afterId: place?.before ?? null,
    },
  );
}

function bidsOf(context: Context, filters: StandingFilters, place: StandingPlace) {
  const status = bidStatusOf(filters);
  const statuses = status ? [status] : filters.kind === "all" ? [] : LIVE_STATUSES;
  const { search, partnershipId, owner } = filters;
  const cursor =
    place?.after !== undefined
      ? { after: place.after }
      : place?.before !== undefined
        ? { before: place.before }
        : null;
  return listBids(context, { ...NO_BID_FILTERS, search, partnershipId, owner, statuses }, cursor);
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
      amountPence: bid.requestedPence,
      isApproximate: bid.requestedBasis === "approximate",
      touchedAt: touched.get(id) ?? null,
      ...positionOfBid(one, now),
    };
  });
}
