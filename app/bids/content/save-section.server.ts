import { recordAudit } from "#app/audit/index.server.ts";
import { type Result, succeed } from "#app/core/result.ts";
import { type Context, may, personId, requirePermission } from "#app/platform/context.server.ts";
import { ForbiddenError, StaleError } from "#app/platform/errors.ts";
import type { Writer } from "#db/open.server.ts";
import { CHANGE_DRAFT, getBid } from "../bid.queries.server.ts";
import { writablePartnerships } from "../bid.rules.ts";
import { getBidContent } from "./content.queries.server.ts";
import type { BidContent, SectionName } from "./content.ts";
import { forgetTyped } from "./typed-section.server.ts";
import { WRITE_SECTION } from "./write-section.server.ts";

/**
 * Saves one section of a draft; the others stay as they are, so that two people may write at two sections at once.
 * @param saved.version of the section that was read, 0 where nobody had saved it.
 * @throws NotFoundError where the actor may not read the bid. @throws ForbiddenError where its lead's people write it.
 * @throws StaleError where the section was saved, or the bid submitted, since.
 */
export async function saveSection<Section extends SectionName>(
  context: Context,
  bidId: number,
  section: Section,
  value: BidContent[Section],
  saved: { version: number; isComplete: boolean },
): Promise<Result<{ bidId: number }>> {
  requirePermission(context, "bid.write");
  const bid = await getBid(context, bidId);
  if (!may(context.actor, "bid.write", writablePartnerships(bid))) throw new ForbiddenError("bid.write");
  const before = (await getBidContent(context, bidId))[section];
  return context.db.write(async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    await touchDraft(trx, bidId);
    await touchSection(trx, context, bidId, section, saved);
    await WRITE_SECTION[section](trx, bidId, value);
    await forgetTyped(trx, context, bidId, section);
    await recordAudit(trx, context, {
      action: CHANGE_DRAFT,
      recordType: "bid",
      recordId: bidId,
      before: { section, ...before },
      after: { section, ...value, isComplete: saved.isComplete },
    });
    return succeed({ bidId });
  });
}

/** The bid itself is changed too: who has read it before does not submit something else than they have read. */
async function touchDraft(trx: Writer, bidId: number): Promise<void> {
  const touched = await trx
    .updateTable("bid")
    .set((e) => ({ version: e("version", "+", 1) }))
    .where("id", "=", bidId)
    .where("status", "=", "draft")
    .executeTakeFirst();
  if (touched.numUpdatedRows === 0n) throw new StaleError();
}

async function touchSection(
  trx: Writer,
  context: Context,
  bidId: number,
  section: SectionName,
  { version, isComplete }: { version: number; isComplete: boolean },
): Promise<void> {
  const row = {
    is_complete: isComplete ? 1 : 0,
    version: version + 1,
    saved_at: context.now(),
    saved_by: personId(context),
  };
  if (version === 0) {
    const added = await trx
      .insertInto("bid_section")
      .values({ bid_id: bidId, section, ...row })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (added.numInsertedOrUpdatedRows !== 1n) throw new StaleError();
    return;
  }
  const changed = await trx
    .updateTable("bid_section")
    .set(row)
    .where("bid_id", "=", bidId)
    .where("section", "=", section)
    .where("version", "=", version)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw new StaleError();
}
