import type { Generated } from "kysely";

/** A report as it was handed out: append-only, its files byte for byte the same for ever. */
export type PublishedReportTable = {
  id: Generated<number>;
  partnership_id: number;
  title: string;
  committee: string | null;
  /** ISO day. */
  meeting_on: string | null;
  introduction: string | null;
  grouped_by: string;
  as_at: string;
  known_at: string;
  /** What was known: the number of the last audit entry that it takes in. */
  ledger_position: number;
  total_pence: number;
  /** What the page shows: the figures, the proof and the notes, without links. */
  body_html: string;
  /** The same as a document of its own. */
  file_html: string;
  file_csv: string;
  /** The same as a document that can be edited; null where the report has none. */
  file_docx: Uint8Array | null;
  /** Which report it is: `funding_secured` or `yearly`; of any other, `kind` says which. */
  report: Generated<string>;
  kind: string | null;
  /** What stood behind the question mark of the report's address; null of those from before it was kept. */
  asked: string | null;
  /** What of its figures no position in the ledger holds; null where the ledger holds all. */
  pinned_json: string | null;
  /** The year of a yearly report; null of any other. */
  financial_year: number | null;
  /** SHA-256 over its files: the document, the table, and the document to be edited where there is one. */
  fingerprint: string;
  /** The last part of the address at which anybody may read it; null where only its people may. */
  public_name: string | null;
  published_at: string;
  published_by: number | null;
};

export type PublishedReportWithdrawalTable = {
  published_report_id: number;
  reason: string;
  withdrawn_at: string;
  withdrawn_by: number | null;
};
