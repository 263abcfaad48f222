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
  /** Hundredths of a per cent. */
  match_basis_points: number | null;
  /** How many weeks before the end of a financial year a variation has to be asked for. */
  variation_weeks: number | null;
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

/** That delivery may last longer, and until when it lasted before. It never changes. */
export type AwardExtensionTable = {
  id: Generated<number>;
  award_id: number;
  delivery_to_before: string | null;
  delivery_to: string;
  reason: string;
  agreed_on: string | null;
  decision_reference: string | null;
  recorded_at: string;
  recorded_by: number | null;
};

/** Something that the funder asks for, met on a day with its evidence, or waived with the reason. */
export type AwardConditionTable = {
  id: Generated<number>;
  award_id: number;
  text: string;
  /** Partial dates, both. */
  due_on: string | null;
  met_on: string | null;
  evidence: string | null;
  waived_because: string | null;
  /** Who recorded that it was met or waived. */
  settled_by: number | null;
  version: number;
  saved_at: string;
  saved_by: number | null;
};

/** A monitoring return for a period of an award. Days. */
export type AwardReturnTable = {
  id: Generated<number>;
  award_id: number;
  period_from: string;
  period_to: string;
  due_on: string;
  submitted_on: string | null;
  submitted_by: number | null;
  funder_reference: string | null;
  note: string | null;
  /** What the register said when it was submitted: `ReturnFigures` as JSON. */
  figures_json: string | null;
  waived_because: string | null;
  version: number;
  saved_at: string;
  saved_by: number | null;
};
