import type { RoundRule } from "./round-check.ts";

/** What the rules of a round are called. */
export const RULE_NAMES: Record<RoundRule, string> = {
  withdrawn: "Round withdrawn",
  not_yet_open: "Round not yet open",
  closed: "Round closed",
  over_cap: "Over the cap",
  too_many_bids: "Too many bids for the area",
  lead_not_eligible: "Lead not eligible",
  match_short: "Match short",
  year_not_paid: "Year that the round does not pay",
  over_year_cap: "Over the cap of a year",
  too_much_capital: "Too much capital",
};
