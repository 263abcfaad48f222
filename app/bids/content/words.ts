import type { BidOrganisation, MatchItem, Rating } from "./content.ts";

/** What the coded answers of the sections are called. */
export const PARTS: Record<BidOrganisation["part"], string> = {
  member: "Member organisation",
  delivery: "Delivery partner",
};

export const MATCH_FORMS: Record<NonNullable<MatchItem["form"]>, string> = {
  cash: "Cash",
  in_kind: "In kind",
};

export const MATCH_STANDINGS: Record<NonNullable<MatchItem["standing"]>, string> = {
  pledged: "Pledged",
  confirmed: "Confirmed",
};

export const RATINGS: Record<Rating, string> = { low: "Low", medium: "Medium", high: "High" };
