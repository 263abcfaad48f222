import type { Generated } from "kysely";
import type { AmountBasis } from "./awards.ts";

/** A funder's list as it was taken, and which of its columns says what. */
export type ReconciliationTable = {
  id: Generated<number>;
  partnership_id: number;
  funder_id: number;
  fund_id: number | null;
  /** What the list is called and where it was published. */
  title: string;
  /** The ISO day on which our awards are looked at. */
  as_at: string;
  /** The ISO day on which they were known so; null where that is today and the list is not held against them yet. */
  known_on: string | null;
  /** Only rows whose recipient holds these words are held against ours. */
  recipient_words: string | null;
  list_text: string;
  list_rows: number;
  /** SHA-256 of what was sent, byte for byte. */
  fingerprint: string;
  taken_at: string;
  taken_by: number | null;
  /** The heading of each column by what it says; null until the list was held against our awards. */
  columns_json: string | null;
  /** The rows that were left out or not understood, by their numbers. */
  left_out_json: string | null;
  matched_at: string | null;
  matched_by: number | null;
};

/** An award or a row of the list, and how it stands to the other side: append-only. */
export type ReconciliationItemTable = {
  id: Generated<number>;
  reconciliation_id: number;
  kind: "agreed" | "differs" | "ours_only" | "theirs_only";
  matched_by: "reference" | "amount" | null;
  award_id: number | null;
  ours_pence: number | null;
  ours_basis: AmountBasis | null;
  theirs_pence: number | null;
  /** The numbers of the rows, apart by commas. */
  their_rows: string | null;
  their_reference: string | null;
  their_recipient: string | null;
  their_date: string | null;
};

/** A difference that somebody accepted, and why: append-only. */
export type ReconciliationAcceptanceTable = {
  item_id: number;
  reason: string;
  accepted_at: string;
  accepted_by: number | null;
};
