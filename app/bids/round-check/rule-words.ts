import type { RoundRule } from "./round-check.ts";

/** Told to somebody who would take back what a bid is signed with or was sent by. */
export const KEPT_WITH_BID =
  "This was agreed before the bid was signed or sent, and stays with it. To change it before all have signed, take back the request for sign-off first";

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
