import type { Generated } from "kysely";

/** Offer, acceptance and special terms of an award, and who speaks for the funder. Dates are partial dates. */
export type AwardTermsTable = {
  award_id: number;
  offered_on: string | null;
  offer_reference: string | null;
  accepted_on: string | null;
  acceptance_reference: string | null;
  /** Where the decision notice is published. */
  decision_url: string | null;
  /** 1 where money may not be moved from one financial year to another. */
  no_transfer: number;
  capital_only: number;
  match_percentage: number | null;
  contact_name: string | null;
  contact_email: string | null;
  version: number;
  saved_at: string;
  saved_by: number | null;
};

/** The agreement for a financial year of an award, or for all of them. */
export type AwardAgreementTable = {
  id: Generated<number>;
  award_id: number;
  /** Null: for all years of the award. */
  financial_year: number | null;
  reference: string | null;
  /** A partial date; null: not signed yet. */
  signed_on: string | null;
  note: string | null;
  version: number;
  saved_at: string;
  saved_by: number | null;
};
