import { ASKED_STATUSES, type AskedStatus } from "#app/awards/index.ts";
import { BID_STATUSES, type BidStatus, penceIn, yearIn } from "#app/bids/index.ts";
import { poundsForField } from "#app/core/money.ts";
import { type UnreadFilter, unreadIn } from "#app/ui/forms/unread-filters.ts";

/** Which records stand in the list. */
export const KINDS = ["open", "awards", "bids", "all"] as const;
export type Kind = (typeof KINDS)[number];

export const KIND_NAMES: Record<Kind, string> = {
  open: "Awards, and bids not yet decided",
  awards: "Awards",
  bids: "Bids not yet decided",
  all: "Awards and all bids",
};

/** Which bids and awards of those that a person may read the list shows; null means all. */
export type StandingFilters = {
  kind: Kind;
  /** Words of the title or the reference. */
  search: string | null;
  partnershipId: number | null;
  /** Of an award those of its version in force, of a bid its round’s, or its own where the round is not recorded. */
  funderId: number | null;
  fundId: number | null;
  /** Of an award its own, or else its bid’s. */
  roundId: number | null;
  /** Awards with money for that priority area or counted under that theme; bids that name it. */
  priorityId: number | null;
  themeId: number | null;
  /** Pence: what an award comes to, what a bid requests. One that is not recorded is neither more nor less. */
  amountFrom: number | null;
  amountTo: number | null;
  /** Awards with money of that financial year; bids decided in it, else submitted, else recorded. */
  year: number | null;
  /** Where a bid or an award stands today, or all that is late of both. No other status is of both. */
  status: BidStatus | AskedStatus | null;
  /** Whoever looks, nobody, or the person with this number. */
  owner: "me" | "nobody" | number | null;
};

export const NO_FILTERS: StandingFilters = {
  kind: "open",
  search: null,
  partnershipId: null,
  funderId: null,
  fundId: null,
  roundId: null,
  priorityId: null,
  themeId: null,
  amountFrom: null,
  amountTo: null,
  year: null,
  status: null,
  owner: null,
};

/** A place in the list: awards come first, the newest first, and then bids, the newest first. */
export type StandingPlace = { of: "award" | "bid"; after?: number; before?: number } | null;

const SEARCH_LENGTH = 100;

/** The filters that are the number of a record, and how each is called in an address. */
const NUMBERED = {
  partnershipId: "partnership",
  funderId: "funder",
  fundId: "fund",
  roundId: "round",
  priorityId: "priority",
  themeId: "theme",
} as const;
const NUMBERS = Object.keys(NUMBERED) as (keyof typeof NUMBERED)[];

/** The filters that are needed now and then, and stand behind "More filters". */
const FURTHER = [
  "funderId",
  "fundId",
  "roundId",
  "priorityId",
  "themeId",
  "year",
  "amountFrom",
  "amountTo",
] as const;

/** How many of the filters behind "More filters" are in force. */
export function countFurther(filters: StandingFilters): number {
  return FURTHER.filter((filter) => filters[filter] !== null).length;
}

/** The list without any filter, whatever view it opens with. */
export const ALL_STANDING = "/standing?all=yes";

/** Reads the filters of an address; what makes no sense is left out. */
export function parseStandingFilters(params: URLSearchParams): StandingFilters {
  const search = (params.get("search") ?? "")
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cs}]/gu, " ")
    .trim();
  const status = params.get("status");
  const owner = params.get("owner");
  return {
    kind: KINDS.find((kind) => kind === params.get("kind")) ?? "open",
    search: search === "" ? null : [...search].slice(0, SEARCH_LENGTH).join(""),
    partnershipId: numberIn(params, NUMBERED.partnershipId),
    funderId: numberIn(params, NUMBERED.funderId),
    fundId: numberIn(params, NUMBERED.fundId),
    roundId: numberIn(params, NUMBERED.roundId),
    priorityId: numberIn(params, NUMBERED.priorityId),
    themeId: numberIn(params, NUMBERED.themeId),
    year: yearIn(params.get("year") ?? ""),
    amountFrom: penceIn(params.get("amount-from") ?? ""),
    amountTo: penceIn(params.get("amount-to") ?? ""),
    status:
      BID_STATUSES.find((each) => each === status) ?? ASKED_STATUSES.find((each) => each === status) ?? null,
    owner: owner === "me" || owner === "nobody" ? owner : numberIn(params, "owner"),
  };
}

/** Reads the place in the list from an address; its start where there is none. */
export function parseStandingPlace(params: URLSearchParams): StandingPlace {
  for (const of of ["award", "bid"] as const) {
    const after = numberIn(params, `after-${of}`);
    if (after !== null) return { of, after };
    const before = numberIn(params, `before-${of}`);
    if (before !== null) return { of, before };
  }
  return null;
}

/** The part of the address behind the question mark; empty where nothing is filtered. */
export function standingQuery(filters: Partial<StandingFilters>, place: StandingPlace = null): string {
  const { kind = "open", search, year, amountFrom, amountTo, status, owner } = filters;
  const params = new URLSearchParams();
  if (kind !== "open") params.set("kind", kind);
  if (search != null) params.set("search", search);
  for (const filter of NUMBERS) {
    const value = filters[filter];
    if (value != null) params.set(NUMBERED[filter], String(value));
  }
  if (year != null) params.set("year", String(year));
  if (amountFrom != null) params.set("amount-from", poundsForField(amountFrom));
  if (amountTo != null) params.set("amount-to", poundsForField(amountTo));
  if (status != null) params.set("status", status);
  if (owner != null) params.set("owner", String(owner));
  if (place?.after !== undefined) params.set(`after-${place.of}`, String(place.after));
  if (place?.before !== undefined) params.set(`before-${place.of}`, String(place.before));
  return params.toString();
}

/**
 * What of an address is left out because it makes no sense, or is no filter of this picture.
 * @param none filters that this picture does not have.
 */
export function unreadStanding(
  params: URLSearchParams,
  none: Partial<Record<"kind" | "status", null>> = {},
): UnreadFilter[] {
  const asked = parseStandingFilters(params);
  const filters = { ...asked, ...("status" in none ? { status: null } : {}) };
  const understood = new URLSearchParams(standingQuery(filters, parseStandingPlace(params)));
  // What the list shows anyway is in none of its own addresses.
  if (params.get("kind") === "open") understood.set("kind", "open");
  if ("kind" in none) understood.delete("kind");
  return unreadIn(params, understood, ["more", "all"]);
}

/** The address of one of the pictures of where things stand, with these filters. */
export function standingHref(
  filters: Partial<StandingFilters>,
  place: StandingPlace = null,
  at = "/standing",
): string {
  const query = standingQuery(filters, place);
  return query === "" ? at : `${at}?${query}`;
}

/** The status where it is one of bids, or of awards; null where it is none, undefined where it is of the other kind. */
export function bidStatusOf({ status }: StandingFilters): BidStatus | null | undefined {
  return status === null ? null : BID_STATUSES.find((each) => each === status);
}

export function awardStatusOf({ status }: StandingFilters): AskedStatus | null | undefined {
  return status === null ? null : ASKED_STATUSES.find((each) => each === status);
}

function numberIn(params: URLSearchParams, name: string): number | null {
  const text = params.get(name) ?? "";
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}
