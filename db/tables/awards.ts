import type { Generated, GeneratedAlways } from "kysely";
import type { SourceColumns } from "./partnerships.ts";

export type AmountBasis = "exact" | "approximate" | "not_recorded";
export type Stream = "revenue" | "capital";

export type VersionKind =
  | "original"
  | "variation"
  | "uplift"
  | "reduction"
  | "apportionment"
  | "correction"
  | "void";

export type AwardTable = SourceColumns & {
  id: Generated<number>;
  reference: string;
  title: string;
  bid_id: number | null;
  /** Who is responsible for it; where null, whoever owns its bid. */
  owner_id: number | null;
  round_id: number | null;
  recorded_by_partnership_id: number;
  accountable_body_id: number | null;
  /** The body that passes the money on, where it has no award of its own in the register. */
  received_through_id: number | null;
  recipient: string | null;
  purpose: string | null;
  delivery_from: string | null;
  delivery_to: string | null;
  status_note: string | null;
  note: string | null;
  created_by: number | null;
  created_at: string;
  version: Generated<number>;
};

/** The partnerships of an award: fixed once a version is sealed. */
export type AwardPartnershipTable = {
  award_id: number;
  partnership_id: number;
  part: "lead" | "partner" | "recorder";
};

/** What the award is for, in the words of its letter: labels, never counted. */
export type AwardStrandTable = {
  id: Generated<number>;
  award_id: number;
  position: number;
  title: string;
  theme_id: number | null;
};

/** Work in progress on the next version: the form as typed (JSON). It never counts. */
export type AwardDraftTable = {
  award_id: number;
  form_json: string;
  updated_by: number | null;
  updated_at: string;
  version: Generated<number>;
  /** That a second person is asked to confirm it, and the number of the award's last version then. */
  asked_by: number | null;
  asked_at: string | null;
  asked_after: number | null;
};

export type AwardVersionTable = SourceColumns & {
  id: Generated<number>;
  award_id: number;
  number: number;
  kind: VersionKind;
  effective_on: string;
  /** Where the day comes from: stated to the day, month, year, or taken from a document or the day of recording. */
  effective_basis: "day" | "month" | "year" | "financial-year" | "document" | "recorded";
  decided_on: string | null;
  reason: string;
  decision_reference: string | null;
  /** What the funder agreed where the version goes against the award's special terms. */
  terms_agreement: string | null;
  amount_pence: number | null;
  amount_basis: AmountBasis;
  funder_id: number | null;
  fund_id: number | null;
  /** Kept by the database: the sum and number of the version's lines. */
  lines_pence: Generated<number>;
  line_count: Generated<number>;
  /** Amount less lines; the database accepts only 0 at commit. */
  residual: GeneratedAlways<number>;
  created_by: number | null;
  created_at: string;
  sealed_at: string | null;
  sealed_by: number | null;
  /** Position in the ledger: the number of the audit entry that sealed it. */
  seq: number | null;
};

/** An award that may hold money of another, as the version says. */
export type VersionMayIncludeTable = { version_id: number; other_award_id: number; note: string | null };

export type LineDimensions = {
  partnership_id: number | null;
  financial_year: number | null;
  project_id: number | null;
  priority_id: number | null;
  stream: Stream | null;
};

export type AllocationLineTable = LineDimensions & {
  id: Generated<number>;
  version_id: number;
  award_id: number;
  position: number;
  /** The line's own theme; where null, that of its priority if it has exactly one. */
  theme_id: number | null;
  amount_pence: number | null;
  label: string | null;
  inside_award_id: number | null;
  inside_partnership_id: number | null;
  inside_financial_year: number | null;
  inside_project_id: number | null;
  inside_priority_id: number | null;
  inside_stream: Stream | null;
  /** Resolved and frozen when the version is sealed. */
  counted_theme_id: number | null;
  counted_fund_id: number | null;
  counted_funder_id: number | null;
  counted_approximate: Generated<number>;
  outer_theme_id: number | null;
  outer_approximate: Generated<number>;
};

/** What moved: signed, append-only, dimensions frozen. */
export type PostingTable = LineDimensions & {
  id: Generated<number>;
  seq: number;
  award_id: number;
  version_id: number;
  effective_on: string;
  theme_id: number | null;
  fund_id: number | null;
  funder_id: number | null;
  gross_pence: number;
  passed_on_pence: number;
  not_recorded: number;
  approximate_pence: number;
  line_count: number;
};

/** Running sums of all postings, kept by the database. 0 and '' stand for "not yet apportioned". */
export type SummaryPartnershipTable = {
  partnership_id: number;
  /** The award, for money not yet apportioned to a partnership; else 0. */
  unsplit_award_id: number;
  financial_year: number;
  stream: string;
  gross_pence: number;
  passed_on_pence: number;
  not_recorded: number;
  approximate_pence: number;
};

export type SummaryFundTable = {
  fund_id: number;
  funder_id: number;
  financial_year: number;
  gross_pence: number;
  passed_on_pence: number;
  not_recorded: number;
  approximate_pence: number;
};

/** The last number given out for references of a kind. */
export type ReferenceCounterTable = { kind: "bid" | "award"; last: number };
