import type { Generated } from "kysely";

/** Money that went back to the funder, or, below 0, an entry taken back because it was wrong. Pence. */
export type RepaymentTable = {
  id: Generated<number>;
  award_id: number;
  repaid_on: string;
  amount_pence: number;
  reference: string | null;
  reverses_id: number | null;
  reason: string | null;
  recorded_at: string;
  recorded_by: number | null;
};

/** That an award was closed, and perhaps opened again. It is closed while its latest row is not reopened. */
export type AwardClosureTable = {
  id: Generated<number>;
  award_id: number;
  closed_on: string;
  /** What it changed, or where that is written down. */
  evaluation: string;
  /** The last day on which the evidence has to be there. */
  evidence_until: string;
  note: string | null;
  closed_at: string;
  closed_by: number | null;
  reopened_on: string | null;
  reopened_because: string | null;
  reopened_at: string | null;
  reopened_by: number | null;
};
