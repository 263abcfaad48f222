import type { Generated } from "kysely";

export type AttachmentKind = "pdf" | "docx" | "xlsx" | "odt" | "ods" | "png" | "jpg" | "csv" | "txt" | "eml";

/** A file that was added to one record. It never changes. */
export type AttachmentTable = {
  id: Generated<number>;
  bid_id: number | null;
  award_id: number | null;
  round_id: number | null;
  claim_id: number | null;
  title: string;
  /** As it was called where it came from, tidied; the file is stored under its number. */
  file_name: string;
  kind: AttachmentKind;
  size_bytes: number;
  sha256: string;
  added_at: string;
  added_by: number | null;
};

/** That the bytes of an attachment were taken out, why and by whom. */
export type AttachmentDeletionTable = {
  attachment_id: number;
  reason: string;
  deleted_at: string;
  deleted_by: number | null;
};

/** The bytes, apart from what lists read. */
export type AttachmentContentTable = { attachment_id: number; bytes: Uint8Array };

/** That a figure of the record was taken from one of its attachments, and where in it. Taken back, the row stays. */
export type FigureSourceTable = {
  id: Generated<number>;
  attachment_id: number;
  figure:
    | "awarded"
    | "requested"
    | "cost"
    | "match"
    | "baseline"
    | "target"
    | "pot"
    | "cap"
    | "match_percent"
    | "capital_share"
    | "claimed"
    | "results"
    | "received";
  /** Of an award: the version whose amount it is. */
  version_id: number | null;
  /** Of a bid: who gives the match, the measure that the baseline or target is of, or the year and stream of the costs. Of a claim: on which day money came. */
  item: string | null;
  /** What the figure read when the source was stated; null where that was not kept. */
  stated_value: string | null;
  place: string | null;
  stated_at: string;
  stated_by: number | null;
  taken_back_at: string | null;
  taken_back_by: number | null;
};
