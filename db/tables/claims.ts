import type { Generated } from "kysely";

/** Money asked of a funder for a period of an award. Pence. */
export type ClaimTable = {
  id: Generated<number>;
  award_id: number;
  /** 1, 2, 3 within the award. */
  number: number;
  period_from: string;
  period_to: string;
  payment: "arrears" | "advance" | "results";
  /** How many results it claims for, where it is paid by results. */
  results: number | null;
  status: "draft" | "signed" | "submitted" | "queried" | "part_paid" | "paid" | "withdrawn";
  /** Null: how many results it is for is known, and not how much. */
  claimed_pence: number | null;
  received_pence: Generated<number>;
  note: string | null;
  /** Why it asks for what was reported or claimed already, or of another year’s money. */
  reason: string | null;
  written_by: number | null;
  signed_by: number | null;
  signed_at: string | null;
  submitted_on: string | null;
  funder_reference: string | null;
  recorded_at: string;
  version: Generated<number>;
  /** "family": what is paid for, where it is paid by results, and what for each. */
  unit: string | null;
  unit_pence: number | null;
  /** The document that tells of it, where nothing else does: such a claim has no signature. */
  source_document_id: number | null;
  source_paragraph: string | null;
};

/** What a claim is for. It can be written anew while the claim is a draft, and never changes from its signature on. */
export type ClaimLineTable = {
  id: Generated<number>;
  claim_id: number;
  position: number;
  financial_year: number;
  stream: "revenue" | "capital" | null;
  project_id: number | null;
  amount_pence: number;
};

/** Money that came for a claim, or, below 0, a receipt taken back because it was wrong. */
export type ClaimReceiptTable = {
  id: Generated<number>;
  claim_id: number;
  received_on: string;
  amount_pence: number;
  reference: string | null;
  reverses_id: number | null;
  reason: string | null;
  recorded_at: string;
  recorded_by: number | null;
};

export type ClaimEventTable = {
  id: Generated<number>;
  claim_id: number;
  action: string;
  happened_on: string;
  reason: string | null;
  person_id: number | null;
  recorded_at: string;
};

/** How often the funder of an award asks for claims, and how it pays. */
export type ClaimScheduleTable = {
  award_id: number;
  rhythm: "quarterly" | "half_yearly" | "once";
  payment: "arrears" | "advance" | "results";
  period_from: string;
  period_to: string;
  /** Null: the end of the month after the period; in advance its first day. */
  due_days: number | null;
  unit: string | null;
  unit_pence: number | null;
  version: number;
  saved_at: string;
  saved_by: number | null;
};

/** A claim that is due; `claim_id` is the one that was submitted for it. */
export type ClaimDueTable = {
  id: Generated<number>;
  award_id: number;
  period_from: string;
  period_to: string;
  due_on: string;
  claim_id: number | null;
};

/**
 * What of a claim counts for another year since a version carried money over that was claimed already: two rows of the same
 * amount, below 0 in the year that it left. Never changed.
 */
export type ClaimCarriedTable = {
  id: Generated<number>;
  claim_id: number;
  /** The version that carried it, its position in the ledger and the day from which it counts. */
  version_id: number;
  seq: number;
  effective_on: string;
  financial_year: number;
  /** The year that the money came from, or went to. */
  other_year: number;
  stream: "revenue" | "capital" | null;
  project_id: number | null;
  amount_pence: number;
};
