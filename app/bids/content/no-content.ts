import type { BidContent } from "./content.ts";

/** A bid of which no section has been written. */
export const NO_CONTENT: BidContent = {
  organisations: { organisations: [] },
  area: { wards: [], area: null },
  need: { need: null, evidence: null },
  costs: { costs: [] },
  match: { match: [] },
  outcomes: { outcomes: [] },
  risks: { risks: [] },
  exit_plan: { exitPlan: null },
  people: { applicantKind: null, sponsor: null, deliveryLead: null, financeLead: null },
};
