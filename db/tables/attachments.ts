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
