import type { Context } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { keepQuery } from "#db/kept-queries.ts";
import type { Database, Writer } from "#db/open.server.ts";
import { type AttachedTo, type Attachment, MAX_ATTACHMENTS } from "./attachment.ts";

/** Deleted ones are kept for ever; a page tells of so many. */
const DELETED_SHOWN = 20;

/** The columns of what an attachment belongs to. */
export function ownerColumns(to: AttachedTo) {
  return {
    bid_id: "bidId" in to ? to.bidId : null,
    award_id: "awardId" in to ? to.awardId : null,
    round_id: "roundId" in to ? to.roundId : null,
    claim_id: "claimId" in to ? to.claimId : null,
  };
}

/** The attachments of a record, each with its deletion where it was deleted. */
export function attachmentsOf(reader: Database["read"] | Writer, to: AttachedTo) {
  const [column, id] = Object.entries(ownerColumns(to)).find(([, value]) => value !== null) as [
    "bid_id" | "award_id" | "round_id" | "claim_id",
    number,
  ];
  return reader
    .selectFrom("attachment")
    .leftJoin("attachment_deletion", "attachment_deletion.attachment_id", "attachment.id")
    .where(`attachment.${column}`, "=", id);
}

function shown(reader: Database["read"] | Writer, to: AttachedTo) {
  return attachmentsOf(reader, to)
    .leftJoin("person as adder", "adder.id", "attachment.added_by")
    .leftJoin("person as deleter", "deleter.id", "attachment_deletion.deleted_by")
    .select([
      "attachment.id",
      "title",
      "file_name",
      "kind",
      "size_bytes",
      "sha256",
      "added_at",
      "adder.name as added_by_name",
      "deleted_at",
      "reason",
      "deleter.name as deleted_by_name",
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof shown>["executeTakeFirstOrThrow"]>>;

function toAttachment(row: Row): Attachment {
  return {
    id: row.id,
    title: row.title,
    fileName: row.file_name,
    kind: row.kind,
    sizeBytes: row.size_bytes,
    sha256: row.sha256,
    addedAt: row.added_at,
    addedBy: row.added_by_name,
    deleted:
      row.deleted_at === null
        ? null
        : { at: row.deleted_at, by: row.deleted_by_name, reason: row.reason ?? "" },
  };
}

const attachmentsThere = keepQuery((reader, to: AttachedTo) =>
  shown(reader, to).where("deleted_at", "is", null).orderBy("attachment.id", "desc").limit(MAX_ATTACHMENTS),
);

const attachmentsDeleted = keepQuery((reader, to: AttachedTo) =>
  shown(reader, to).where("deleted_at", "is not", null).orderBy("attachment.id", "desc").limit(DELETED_SHOWN),
);

/**
 * The attachments of a record, newest first, and after them the latest of those that were deleted. The record itself
 * must have been read in the actor's scope before.
 */
export async function listAttachments({ db }: Context, to: AttachedTo): Promise<Attachment[]> {
  const there = await attachmentsThere(db.read, to);
  const deleted = await attachmentsDeleted(db.read, to);
  return [...there, ...deleted].map(toAttachment);
}

/** The attachments of a record to choose from, newest first, as the options of a form; the record was read before. */
export async function listAttachmentChoices(
  { db }: Context,
  to: AttachedTo,
): Promise<{ value: number; text: string }[]> {
  const there = await attachmentsThere(db.read, to);
  return there
    .map(toAttachment)
    .map(({ id, title, fileName }) => ({ value: id, text: `${title} (${fileName})` }));
}

/** One attachment of a record. @throws NotFoundError where the record, which the actor reads, has none of this number. */
export async function getAttachment({ db }: Context, to: AttachedTo, id: number): Promise<Attachment> {
  const row = await shown(db.read, to).where("attachment.id", "=", id).executeTakeFirst();
  if (!row) throw new NotFoundError(`No attachment ${id}`);
  return toAttachment(row);
}

/** The bytes of an attachment. @throws NotFoundError where they were deleted. */
export async function getContent({ db }: Context, id: number): Promise<Uint8Array> {
  const row = await db.read
    .selectFrom("attachment_content")
    .select("bytes")
    .where("attachment_id", "=", id)
    .executeTakeFirst();
  if (!row) throw new NotFoundError(`Attachment ${id} has been deleted`);
  return row.bytes;
}

/** How many attachments a record has that are not deleted. */
export async function countAttachments(trx: Writer, to: AttachedTo): Promise<number> {
  const { rows } = await attachmentsOf(trx, to)
    .where("deleted_at", "is", null)
    .select((e) => e.fn.countAll<number>().as("rows"))
    .executeTakeFirstOrThrow();
  return Number(rows);
}
