import type { Generated } from "kysely";

export type BidSectionName =
  | "organisations"
  | "area"
  | "need"
  | "costs"
  | "match"
  | "outcomes"
  | "risks"
  | "exit_plan"
  | "people";

/** A section that somebody has saved; one without a row is not started. */
export type BidSectionTable = {
  bid_id: number;
  section: BidSectionName;
  is_complete: number;
  version: number;
  saved_at: string;
  saved_by: number | null;
};

/** What a person typed into a section that could not be saved: kept for them alone. */
export type BidSectionTypedTable = {
  bid_id: number;
  section: BidSectionName;
  person_id: number;
  /** The values of the form, by their names in the HTML. */
  typed_json: string;
  typed_at: string;
};

export type ApplicantKind =
  | "police_and_crime_commissioner"
  | "local_authority"
  | "british_transport_police"
  | "civil_society"
  | "other";

/** The sections that are texts. */
export type BidPlanTable = {
  bid_id: number;
  area: string | null;
  need: string | null;
  evidence: string | null;
  exit_plan: string | null;
  /** What kind of body applies to the funder. */
  applicant_kind: ApplicantKind | null;
  sponsor: string | null;
  delivery_lead: string | null;
  finance_lead: string | null;
};

export type BidWardTable = { bid_id: number; position: number; name: string };

export type BidOrganisationTable = {
  bid_id: number;
  position: number;
  organisation_id: number;
  part: "member" | "delivery";
  contribution: string | null;
};

/** What the bid asks for in a financial year and stream; an empty cell of the grid has no row. */
export type BidCostTable = {
  bid_id: number;
  financial_year: number;
  stream: "revenue" | "capital";
  amount_pence: number;
};

export type BidMatchTable = {
  bid_id: number;
  position: number;
  /** Who gives it. */
  organisation_id: number;
  description: string | null;
  form: "cash" | "in_kind" | null;
  standing: "pledged" | "confirmed" | null;
  /** Null is "not recorded". */
  amount_pence: number | null;
};

export type BidPromiseTable = {
  bid_id: number;
  position: number;
  measure: string;
  unit: string | null;
  baseline_value: number | null;
  target_value: number | null;
  target_on: string | null;
};

type Rating = "low" | "medium" | "high";

export type BidRiskTable = {
  bid_id: number;
  position: number;
  risk: string;
  likelihood: Rating | null;
  impact: Rating | null;
  mitigation: string | null;
  owner: string | null;
};

/** A rule of the round that the funder agreed to set aside for this bid; at most one current row for each rule. */
export type BidAgreedExceptionTable = {
  id: Generated<number>;
  bid_id: number;
  rule: string;
  reason: string;
  /** Who agreed to it, at the funder. */
  agreed_by: string;
  agreed_on: string | null;
  person_id: number | null;
  recorded_at: string;
  taken_back_at: string | null;
  taken_back_by: number | null;
};

/** How likely the manager holds it that the bid succeeds. */
export type BidLikelihoodTable = {
  bid_id: number;
  percent: number;
  set_by: number | null;
  set_at: string;
  version: number;
};

/** What a bid requested until an instant at which that was changed. */
export type BidRequestedBeforeTable = {
  id: Generated<number>;
  bid_id: number;
  until: string;
  requested_pence: number | null;
  requested_basis: "exact" | "approximate" | "not_recorded";
};

/** How likely a bid was said to be until an instant at which that was changed; null where nobody had said. */
export type BidLikelihoodBeforeTable = {
  id: Generated<number>;
  bid_id: number;
  until: string;
  percent: number | null;
};
