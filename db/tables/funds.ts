import type { Generated } from "kysely";
import type { SourceColumns } from "./partnerships.ts";

export type FunderTable = SourceColumns & {
  id: Generated<number>;
  name: string;
  valid_from: string | null;
  valid_to: string | null;
  successor_id: number | null;
  /** Set where an administrator found that this row doubles another. */
  merged_into_id: number | null;
  note: string | null;
  version: Generated<number>;
};

export type FundTable = SourceColumns & {
  id: Generated<number>;
  /** Null where the document that names the fund does not name its funder. */
  funder_id: number | null;
  name: string;
  description: string | null;
  merged_into_id: number | null;
  version: Generated<number>;
};

export type RoundTable = SourceColumns & {
  id: Generated<number>;
  fund_id: number;
  name: string;
  opens_on: string | null;
  /** UK local time, 2023-08-31T17:00, or a partial date where no time is stated. */
  closes_at: string | null;
  decision_expected: string | null;
  delivery_from: string | null;
  delivery_to: string | null;
  pot_pence: number | null;
  cap_pence: number | null;
  /** Whole per cent of the award that the bidder must match. */
  /** Hundredths of a per cent. */
  match_basis_points: number | null;
  match_note: string | null;
  who_may_lead: string | null;
  bids_per_area: number | null;
  /** Competitive rounds count in success rates, formula allocations do not; null is not stated. */
  kind: "competitive" | "allocation" | null;
  guidance_url: string | null;
  portal_url: string | null;
  /** Where the round was made known later than it opened, or well before. */
  announced_on: string | null;
  expression_of_interest_by: string | null;
  clarification_from: string | null;
  clarification_to: string | null;
  /** Whether match in kind counts towards the percentage; null is not stated. */
  in_kind_counts: number | null;
  no_transfer_between_years: number | null;
  /** The most of a bid, in per cent, that may be capital. */
  capital_share_percent: number | null;
  /** The funder took the round back. */
  withdrawn_on: string | null;
  withdrawn_reason: string | null;
  note: string | null;
  version: Generated<number>;
};

export type ApplicantKind =
  | "police_and_crime_commissioner"
  | "local_authority"
  | "british_transport_police"
  | "civil_society"
  | "other";

/** Which kinds of body may lead a bid; no row: not stated. */
export type RoundApplicantTable = { round_id: number; kind: ApplicantKind };

/** The financial years in which its money may be spent, with the most for a bid in each; no row: not stated. */
export type RoundYearTable = { round_id: number; financial_year: number; cap_pence: number | null };

export type RoundThemeTable = { round_id: number; theme_id: number };

/** Each time that the closing date of a round was moved. */
export type RoundDeadlineChangeTable = {
  id: Generated<number>;
  round_id: number;
  was: string | null;
  became: string | null;
  changed_at: string;
  changed_by: number | null;
};

/** A partnership's decision not to bid to a round. One of them stands at a time: its `until` is null. */
export type RoundNotBidTable = {
  id: Generated<number>;
  round_id: number;
  partnership_id: number;
  decided_on: string;
  reason: string;
  recorded_at: string;
  recorded_by: number | null;
  /** Instant, ISO UTC: from when another stands in its place, or it is recorded as taken back. */
  until: string | null;
  /** The day on which it was taken back, and why; null where another took its place. */
  taken_back_on: string | null;
  taken_back_because: string | null;
  taken_back_by: number | null;
};
