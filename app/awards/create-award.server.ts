import { type Context, personId } from "#app/platform/context.server.ts";
import type { Writer } from "#db/open.server.ts";
import type { Part } from "./award.ts";

/** What an award is, before its first version says how much. Dates are partial dates. */
export type NewAward = {
  title: string;
  bidId: number | null;
  roundId: number | null;
  recordedByPartnershipId: number;
  partnerships: { partnershipId: number; part: Part }[];
  accountableBodyId: number | null;
  /** The body that passes the money on, where it has no award of its own in the register. */
  receivedThroughId: number | null;
  recipient: string | null;
  purpose: string | null;
  deliveryFrom: string | null;
  deliveryTo: string | null;
  statusNote: string | null;
  note: string | null;
  strands: { title: string; themeId: number | null }[];
  sourceDocumentId: number | null;
  sourceParagraph: string | null;
};

/**
 * Adds an award with its partnerships and strands, without a version: seal one in the same transaction.
 * @returns its id and the reference given to it, "A-000012".
 */
export async function createAward(
  transaction: Writer,
  context: Context,
  award: NewAward,
): Promise<{ id: number; reference: string }> {
  const reference = await nextReference(transaction);
  const { id } = await transaction
    .insertInto("award")
    .values({
      reference,
      title: award.title,
      bid_id: award.bidId,
      round_id: award.roundId,
      recorded_by_partnership_id: award.recordedByPartnershipId,
      accountable_body_id: award.accountableBodyId,
      received_through_id: award.receivedThroughId,
      recipient: award.recipient,
      purpose: award.purpose,
      delivery_from: award.deliveryFrom,
      delivery_to: award.deliveryTo,
      status_note: award.statusNote,
      note: award.note,
      created_by: personId(context),
      created_at: context.now(),
      source_document_id: award.sourceDocumentId,
      source_paragraph: award.sourceParagraph,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await transaction
    .insertInto("award_partnership")
    .values(
      award.partnerships.map(({ partnershipId, part }) => ({
        award_id: id,
        partnership_id: partnershipId,
        part,
      })),
    )
    .execute();
  if (award.strands.length > 0) {
    await transaction
      .insertInto("award_strand")
      .values(
        award.strands.map((strand, index) => ({
          award_id: id,
          position: index + 1,
          title: strand.title,
          theme_id: strand.themeId,
        })),
      )
      .execute();
  }
  return { id, reference };
}

async function nextReference(transaction: Writer): Promise<string> {
  const { last } = await transaction
    .updateTable("reference_counter")
    .set((e) => ({ last: e("last", "+", 1) }))
    .where("kind", "=", "award")
    .returning("last")
    .executeTakeFirstOrThrow();
  return `A-${String(last).padStart(6, "0")}`;
}
