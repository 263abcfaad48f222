import type { Generated } from "kysely";

/**
 * What was spent of an award in a period that lies in one financial year, or, where it corrects an earlier row, by how
 * much that was wrong. Pence.
 */
export type SpendTable = {
  id: Generated<number>;
  award_id: number;
  /** 1, 2, 3 within the award. */
  number: number;
  period_from: string;
  period_to: string;
  financial_year: number;
  stream: "revenue" | "capital" | null;
  project_id: number | null;
  amount_pence: number;
  /** What shows it: a ledger report, invoices. Of a correction it may be left out. */
  evidence: string | null;
  corrects_id: number | null;
  /** Why a correction, or why it is recorded after the return of its period was sent. */
  reason: string | null;
  recorded_at: string;
  recorded_by: number | null;
};

/** What the officer expects still to be spent of a year of an award. Pence. */
export type SpendForecastTable = {
  award_id: number;
  financial_year: number;
  /** Ordered or agreed, and not paid yet. */
  committed_pence: number;
  forecast_pence: number;
  note: string | null;
  version: number;
  saved_at: string;
  saved_by: number | null;
};

/** That the funder lets money of one year be spent in another. Pence; the date is a partial date. */
export type CarryOverTable = {
  id: Generated<number>;
  award_id: number;
  from_year: number;
  to_year: number;
  amount_pence: number;
  approved_on: string;
  reference: string;
  note: string | null;
  recorded_at: string;
  recorded_by: number | null;
};

/** How much of an award is meant to be passed on, in per cent of it. */
export type OverAllocationTable = {
  award_id: number;
  percentage: number;
  reason: string;
  version: number;
  saved_at: string;
  saved_by: number | null;
};
