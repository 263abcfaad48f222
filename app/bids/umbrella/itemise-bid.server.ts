import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, may, requirePermission } from "#app/platform/context.server.ts";
import { ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import type { Writer } from "#db/open.server.ts";
import { getBid } from "../bid.queries.server.ts";
import { writablePartnerships } from "../bid.rules.ts";
import type { Bid } from "../bid.ts";
import { bidsInScope } from "../bid-scope.server.ts";

/**
 * Puts a bid under the umbrella record of which it is one. Its own amount counts from then on, and the umbrella's by so
 * much less. @throws NotFoundError, ForbiddenError where the actor does not write the umbrella.
 */
export async function addUmbrellaItem(
  context: Context,
  umbrellaId: number,
  reference: string,
): Promise<Result<{ bidId: number }>> {
  const umbrella = await requireUmbrella(context, umbrellaId);
  const found = await bidsInScope(context)
    .select("bid.id")
    .where("bid.reference", "=", reference.toUpperCase())
    .executeTakeFirst();
  if (!found) return fail({ reference: "There is no bid with this reference" });
  const member = await getBid(context, found.id);
  if (!may(context.actor, "bid.write", writablePartnerships(member))) {
    return fail({ reference: "This bid is written by another partnership: its people can do this" });
  }
  const own = umbrella.partnerships.map((partnership) => partnership.id);
  if (!member.partnerships.some((partnership) => own.includes(partnership.id))) {
    return fail({ reference: "None of the partnerships of this record takes part in that bid" });
  }
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    const linked = await linkUmbrellaItem(trx, umbrellaId, member.id);
    if (!linked.ok) return linked;
    await recordAudit(trx, context, {
      action: "itemise bid",
      recordType: "bid",
      recordId: umbrellaId,
      after: { member: member.id },
    });
    return succeed({ bidId: member.id });
  });
}

/** Takes a bid out of the umbrella record. @throws NotFoundError where it is not one of its bids. */
export async function removeUmbrellaItem(
  context: Context,
  umbrellaId: number,
  bidId: number,
): Promise<Result<{ bidId: number }>> {
  await requireUmbrella(context, umbrellaId);
  await getBid(context, bidId);
  return writeOrUndo(context, async (trx) => {
    const removed = await trx
      .deleteFrom("bid_umbrella_member")
      .where("umbrella_id", "=", umbrellaId)
      .where("bid_id", "=", bidId)
      .executeTakeFirst();
    if (removed.numDeletedRows === 0n) throw new NotFoundError(`Bid ${bidId} is not one of ${umbrellaId}`);
    await recordAudit(trx, context, {
      action: "take bid out of umbrella record",
      recordType: "bid",
      recordId: umbrellaId,
      before: { member: bidId },
    });
    return succeed({ bidId });
  });
}

/** Links a bid to its umbrella record. One that holds others stands inside none, so there are no circles. */
export async function linkUmbrellaItem(
  trx: Writer,
  umbrellaId: number,
  bidId: number,
): Promise<Result<null>> {
  const links = await trx
    .selectFrom("bid_umbrella_member")
    .selectAll()
    .where((e) => e.or([e("bid_id", "in", [bidId, umbrellaId]), e("umbrella_id", "=", bidId)]))
    .execute();
  if (bidId === umbrellaId) return fail({ reference: "This is the umbrella record itself" });
  if (links.some((link) => link.bid_id === bidId)) {
    return fail({ reference: "This bid is part of an umbrella record already" });
  }
  if (links.length > 0) return fail({ reference: "An umbrella record cannot be part of another" });
  await trx.insertInto("bid_umbrella_member").values({ bid_id: bidId, umbrella_id: umbrellaId }).execute();
  return succeed(null);
}

async function requireUmbrella(context: Context, id: number): Promise<Bid> {
  requirePermission(context, "bid.write");
  const umbrella = await getBid(context, id);
  if (!may(context.actor, "bid.write", writablePartnerships(umbrella))) throw new ForbiddenError("bid.write");
  return umbrella;
}
