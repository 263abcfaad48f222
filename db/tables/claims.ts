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
  claimed_pence: number;
  received_pence: Generated<number>;
  note: string | null;
  written_by: number | null;
  signed_by: number | null;
  signed_at: string | null;
  submitted_on: string | null;
  funder_reference: string | null;
  recorded_at: string;
  version: Generated<number>;
};

/** What a claim is for. It never changes: another amount is another claim. */
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
