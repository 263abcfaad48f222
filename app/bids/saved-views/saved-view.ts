import { bidsHref, bidsQuery, parseBidFilters } from "../bid-filters.ts";

/** A choice of filters and order that somebody keeps. */
export type SavedView = {
  id: number;
  name: string;
  /** The list with this choice. */
  href: string;
  /** Whose people share it; null where it is the reader's own. */
  sharedWith: { id: number; name: string } | null;
  /** True where the list opens with it for the reader. */
  isDefault: boolean;
  /** True where the reader may remove it. */
  mayRemove: boolean;
};

/** What is kept of an address: filters and order, without a place in the list and without what makes no sense. */
export function tidyQuery(query: string): string {
  return bidsQuery(parseBidFilters(new URLSearchParams(query)));
}

/** The list as a view has it. */
export function viewHref(query: string): string {
  return query === "" ? ALL_BIDS : bidsHref(parseBidFilters(new URLSearchParams(query)));
}

/** The list without any filter, whatever view it opens with. */
export const ALL_BIDS = "/bids?all=yes";
