import { bidsHref, bidsQuery, parseBidFilters } from "../bid-filters.ts";

/** A choice of filters and order that somebody keeps. */
export type SavedView = {
  id: number;
  name: string;
  list: ViewedList["name"];
  /** The list with this choice. */
  href: string;
  /** Whose people share it; null where it is the reader's own. */
  sharedWith: { id: number; name: string } | null;
  /** True where the list opens with it for the reader. */
  isDefault: boolean;
  /** True where the reader may remove it. */
  mayRemove: boolean;
};

/** A list of which people keep views, here or in another domain. */
export type ViewedList = {
  name: "bids" | "standing";
  /** What is kept of an address: filters and order, without a place in the list and without what makes no sense. */
  tidy: (query: string) => string;
  /** The list as a view has it. */
  href: (query: string) => string;
};

export const LIST_OF_BIDS: ViewedList = {
  name: "bids",
  tidy: (query) => bidsQuery(parseBidFilters(new URLSearchParams(query))),
  href: (query) => (query === "" ? ALL_BIDS : bidsHref(parseBidFilters(new URLSearchParams(query)))),
};

/** The list without any filter, whatever view it opens with. */
export const ALL_BIDS = "/bids?all=yes";
