import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import {
  type Context,
  partnershipsWhere,
  personId,
  requirePermission,
} from "#app/platform/context.server.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import { SAVE_DRAFT } from "./bid.queries.server.ts";
import { recorderOf } from "./bid.rules.ts";
import type { BidInput } from "./bid.schema.ts";
import { addEvent, nextReference } from "./bid-history.server.ts";
import { addLinks, checkLinks, draftColumns, partsOf, writesFor } from "./bid-links.server.ts";
import type { BidContent } from "./content/content.ts";
import { writeCopiedSections } from "./content/copy-sections.server.ts";
import { addOwner } from "./team/change-team.server.ts";

/**
 * Saves a new draft, owned by whoever saves it. It needs a title and an answer about the round, and a partnership that records it.
 * @param input.earlierBidId the bid that brought nothing and is made again by this one.
 * @param input.recordedByPartnershipId where it does not follow from lead, partners or the person.
 * @param from the bid that it is a copy of, with the sections that the copy takes.
 * @returns id and reference, or messages by field.
 */
export async function createBid(
  context: Context,
  input: BidInput & { recordedByPartnershipId?: number; earlierBidId?: number },
  from: { id: number; reference: string; sections: Partial<BidContent> } | null = null,
): Promise<Result<{ bidId: number; reference: string }>> {
  requirePermission(context, "bid.write");
  const writable = partnershipsWhere(context.actor, "bid.write") ?? [];
  const recorderId = input.recordedByPartnershipId ?? recorderOf(input, writable);
  if (recorderId === null) {
    return fail({ leadPartnershipId: "Choose the lead, or tick your own partnership among the partners" });
  }
  if (!writesFor(context, input.leadPartnershipId ?? recorderId)) {
    return fail({ leadPartnershipId: "Choose one of the partnerships that you write bids for" });
  }
  return writeOrUndo(context, async (trx) => {
    const parts = partsOf(input.leadPartnershipId, input.partnerIds, recorderId);
    const links = await checkLinks(trx, context, input, parts, { priorityIds: [], projectIds: [] });
    if (!links.ok) return links;
    // Not before: nobody else writes from here on.
    await context.db.engine.lockAuditHead(trx);
    const after = {
      ...(await draftColumns(trx, input)),
      reference: await nextReference(trx),
      status: "draft" as const,
      recorded_by_partnership_id: recorderId,
      created_by: personId(context),
      created_at: context.now(),
    };
    const { id } = await trx.insertInto("bid").values(after).returning("id").executeTakeFirstOrThrow();
    await addLinks(trx, id, links.value);
    if (from !== null) await writeCopiedSections(trx, context, id, from.sections);
    if (after.created_by !== null) await addOwner(trx, id, after.created_by);
    if (input.earlierBidId !== undefined) {
      await trx
        .insertInto("bid_resubmission")
        .values({ bid_id: id, earlier_bid_id: input.earlierBidId })
        .execute();
    }
    await addEvent(trx, context, id, {
      action: "create",
      from: null,
      to: "draft",
      reason:
        from && `${input.earlierBidId === undefined ? "Copied from" : "Again, after"} ${from.reference}`,
    });
    await recordAudit(trx, context, {
      action: SAVE_DRAFT,
      recordType: "bid",
      recordId: id,
      after: {
        ...after,
        ...links.value,
        earlierBidId: input.earlierBidId,
        ...(from && { copiedFromBidId: from.id, copiedSections: from.sections }),
      },
    });
    return succeed({ bidId: id, reference: after.reference });
  });
}
