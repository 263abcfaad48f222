import type { Generated, GeneratedAlways } from "kysely";
import type { SourceColumns } from "./partnerships.ts";

export type BidStatus =
  | "draft"
  | "awaiting_sign_off"
  | "submitted"
  | "clarification_requested"
  | "reserve"
  | "awarded"
  | "part_awarded"
  | "unsuccessful"
  | "withdrawn";

export type BidTable = SourceColumns & {
  id: Generated<number>;
  reference: string;
  title: string;
  status: BidStatus;
  round_id: number | null;
  /** Where the round is not recorded. */
  fund_id: number | null;
  funder_id: number | null;
  /** The partnership that records it: always known. */
  recorded_by_partnership_id: number;
  accountable_body_id: number | null;
  purpose: string | null;
  /** Null is "not yet known" or "not recorded", never £0. */
  requested_pence: number | null;
  requested_basis: "exact" | "approximate" | "not_recorded";
  expected_decision: string | null;
  /** A post or a name as the partnership writes it. */
  lead_officer: string | null;
  created_by: number | null;
  created_at: string;
  submitted_on: string | null;
  decided_on: string | null;
  note: string | null;
  version: Generated<number>;
};

/** Who takes part. At most one is the lead; a recorder that takes no part is `recorder`. */
export type BidPartnershipTable = {
  bid_id: number;
  partnership_id: number;
  part: "lead" | "partner" | "recorder";
  /** These four are the bid's own, for lists to count and find by; the database keeps them. */
  bid_status: GeneratedAlways<BidStatus>;
  /** Pence; null where the amount is not recorded. */
  bid_requested_pence: GeneratedAlways<number | null>;
  bid_requested_basis: GeneratedAlways<BidTable["requested_basis"]>;
  bid_round_id: GeneratedAlways<number | null>;
};

export type BidPriorityTable = { bid_id: number; priority_id: number };
export type BidProjectTable = { bid_id: number; project_id: number };

/** Each change of a bid's status: when, by whom, why. */
export type BidEventTable = {
  id: Generated<number>;
  bid_id: number;
  at: string;
  /** The day it happened, where that is not the day it was recorded. */
  happened_on: string | null;
  person_id: number | null;
  action: string;
  from_status: BidStatus | null;
  to_status: BidStatus;
  reason: string | null;
  reference: string | null;
};

/** A choice of filters and order of a list that somebody keeps: for themselves, or shared with a partnership's people. */
export type SavedViewTable = {
  id: Generated<number>;
  /** Who saved it. */
  person_id: number;
  /** Null where it is its person's alone. */
  partnership_id: number | null;
  name: string;
  /** Which list it is a view of. */
  list: Generated<"bids" | "standing">;
  /** What stands behind the question mark of the list's address. */
  query: string;
  created_at: string;
};

/** The view that the list opens with for a person. */
export type DefaultViewTable = { person_id: number; list: "bids" | "standing"; view_id: number };
