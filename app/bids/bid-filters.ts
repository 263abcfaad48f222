import { BID_STATUSES, type BidStatus } from "./bid.status.ts";

/** Which bids of those that a person may read the list shows; null and none mean all. */
export type BidFilters = {
  statuses: readonly BidStatus[];
  partnershipId: number | null;
  roundId: number | null;
  /** Words of the title or the reference. */
  search: string | null;
};

export const NO_FILTERS: BidFilters = { statuses: [], partnershipId: null, roundId: null, search: null };

/** A place in the list: the bids after (older than) or before (newer than) the one with this number. */
export type BidCursor = { after: number } | { before: number } | null;

const SEARCH_LENGTH = 100;

/** Reads the filters of an address; what makes no sense is left out. */
export function parseBidFilters(params: URLSearchParams): BidFilters {
  const asked = [...params.getAll("status"), ...params.getAll("status[]")];
  const search = (params.get("search") ?? "")
    .normalize("NFC")
    .replace(/\p{Cc}/gu, " ")
    .trim();
  return {
    statuses: BID_STATUSES.filter((status) => asked.includes(status)),
    partnershipId: numberIn(params, "partnership"),
    roundId: numberIn(params, "round"),
    search: search === "" ? null : [...search].slice(0, SEARCH_LENGTH).join(""),
  };
}

/** Reads the place in the list from an address; the first page where there is none. */
export function parseBidCursor(params: URLSearchParams): BidCursor {
  const after = numberIn(params, "after");
  if (after !== null) return { after };
  const before = numberIn(params, "before");
  return before === null ? null : { before };
}

/** The address of the list with these filters, at a place in it or at its start. */
export function bidsHref(filters: Partial<BidFilters>, cursor: BidCursor = null): string {
  const params = new URLSearchParams();
  for (const status of filters.statuses ?? []) params.append("status", status);
  if (filters.partnershipId != null) params.set("partnership", String(filters.partnershipId));
  if (filters.roundId != null) params.set("round", String(filters.roundId));
  if (filters.search != null) params.set("search", filters.search);
  for (const [name, id] of Object.entries(cursor ?? {})) params.set(name, String(id));
  const query = params.toString();
  return query === "" ? "/bids" : `/bids?${query}`;
}

function numberIn(params: URLSearchParams, name: string): number | null {
  const text = params.get(name) ?? "";
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}
