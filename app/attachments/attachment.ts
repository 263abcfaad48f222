/** What a file may be, told by its content. `extensions`: the first is the one that a name without any gets. */
export const ATTACHMENT_KINDS = {
  pdf: { name: "PDF", type: "application/pdf", extensions: ["pdf"] },
  docx: {
    name: "Word document",
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    extensions: ["docx"],
  },
  xlsx: {
    name: "Excel workbook",
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    extensions: ["xlsx"],
  },
  odt: {
    name: "OpenDocument text",
    type: "application/vnd.oasis.opendocument.text",
    extensions: ["odt"],
  },
  ods: {
    name: "OpenDocument spreadsheet",
    type: "application/vnd.oasis.opendocument.spreadsheet",
    extensions: ["ods"],
  },
  png: { name: "PNG picture", type: "image/png", extensions: ["png"] },
  jpg: { name: "JPEG picture", type: "image/jpeg", extensions: ["jpg", "jpeg"] },
  txt: { name: "plain text", type: "text/plain", extensions: ["txt"] },
  csv: { name: "CSV file", type: "text/csv", extensions: ["csv"] },
  eml: { name: "email", type: "message/rfc822", extensions: ["eml"] },
} as const satisfies Record<string, { name: string; type: string; extensions: readonly string[] }>;
export type AttachmentKind = keyof typeof ATTACHMENT_KINDS;

export const MAX_ATTACHMENT_BYTES = 10 * 1024 * 1024;
/** How many a record can have at once; deleted ones do not count. */
export const MAX_ATTACHMENTS = 50;

export const ACCEPTED_WORDS =
  "PDF, Word (.docx), Excel (.xlsx), OpenDocument (.odt, .ods), picture (PNG or JPEG), CSV, plain text or email (.eml)";
export const TOO_LARGE = "The file must be 10 MB or smaller";

/** The record that a file belongs to: exactly one. */
export type AttachedTo = { bidId: number } | { awardId: number } | { roundId: number } | { claimId: number };

/** A file of a record, without its bytes. `deleted`: when and why these were taken out. */
export type Attachment = {
  id: number;
  title: string;
  fileName: string;
  kind: AttachmentKind;
  sizeBytes: number;
  sha256: string;
  addedAt: string;
  addedBy: string | null;
  deleted: { at: string; by: string | null; reason: string } | null;
};

/** What the pages of attachments know of the record that these belong to, as its own domain tells. */
export type Holder = {
  attachedTo: AttachedTo;
  /** The record's own page; its attachments are below it. */
  href: string;
  /** The record in words, above the heading. */
  caption: string;
  /** Who can read what is added, in a sentence. */
  readers: string;
  mayAttach: boolean;
};

/** "148 KB", "2.3 MB"; decimal units would say more than a file browser does. */
export function describeSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
