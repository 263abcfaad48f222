import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, may, requirePermission } from "#app/platform/context.server.ts";
import { ForbiddenError, StaleError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import { CHANGE_DRAFT, getBid } from "./bid.queries.server.ts";
import { writablePartnerships } from "./bid.rules.ts";
import type { BidInput } from "./bid.schema.ts";
import { checkLinks, draftColumns, partsOf, replaceLinks, writesFor } from "./bid-links.server.ts";
import { keepRequested } from "./figures-then/figures-before.server.ts";

/**
 * Changes a draft.
 * @param version the version that was read.
 * @throws NotFoundError where the actor may not read it. @throws ForbiddenError where its lead's people write it.
 * @throws StaleError where it was changed, or submitted, since.
 */
export async function changeBid(
  context: Context,
  id: number,
  version: number,
  input: BidInput,
): Promise<Result<{ bidId: number }>> {
  requirePermission(context, "bid.write");
  const bid = await getBid(context, id);
  if (!may(context.actor, "bid.write", writablePartnerships(bid))) throw new ForbiddenError("bid.write");
  if (bid.version !== version || bid.status !== "draft") throw new StaleError();
  const leadId = input.leadPartnershipId;
  if (leadId !== null && !writesFor(context, leadId)) {
    return fail({ leadPartnershipId: "Choose one of the partnerships that you write bids for" });
  }
  const recorderId = leadId ?? bid.recordedByPartnershipId;
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    const parts = partsOf(leadId, input.partnerIds, recorderId);
    const links = await checkLinks(trx, context, input, parts, {
      priorityIds: bid.priorities.map((priority) => priority.id),
      projectIds: bid.projects.map((project) => project.id),
    });
    if (!links.ok) return links;
    const before = await trx.selectFrom("bid").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
    const after = {
      ...(await draftColumns(trx, input)),
      recorded_by_partnership_id: recorderId,
      version: version + 1,
    };
    const changed = await trx
      .updateTable("bid")
      .set(after)
      .where("id", "=", id)
      .where("version", "=", version)
      .where("status", "=", "draft")
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) throw new StaleError();
    await keepRequested(trx, id, { before, after, at: context.now() });
    await replaceLinks(trx, id, links.value);
    await recordAudit(trx, context, {
      action: CHANGE_DRAFT,
      recordType: "bid",
      recordId: id,
      before: { ...before, ...linksOf(bid) },
      after: { ...after, ...links.value },
    });
    return succeed({ bidId: id });
  });
}

function linksOf(bid: Awaited<ReturnType<typeof getBid>>) {
  return {
    partnerships: bid.partnerships.map(({ id, part }) => ({ partnershipId: id, part })),
    priorityIds: bid.priorities.map(({ id }) => id),
    projectIds: bid.projects.map(({ id }) => id),
  };
}
