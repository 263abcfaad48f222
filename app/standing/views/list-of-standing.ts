import type { ViewedList } from "#app/bids/index.ts";
import { ALL_STANDING, parseStandingFilters, standingHref, standingQuery } from "../standing-filters.ts";

const filtersIn = (query: string) => parseStandingFilters(new URLSearchParams(query));

/** Where things stand, as people keep views of it. */
export const LIST_OF_STANDING: ViewedList = {
  name: "standing",
  tidy: (query) => standingQuery(filtersIn(query)),
  href: (query) => (query === "" ? ALL_STANDING : standingHref(filtersIn(query))),
};
