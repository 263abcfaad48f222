import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError, StaleError } from "#app/platform/errors.ts";
import { listPriorities } from "#app/priorities/index.server.ts";
import type { Writer } from "#db/open.server.ts";
import { setOwner } from "../team/change-team.server.ts";
import { BID_WRITERS, findColleague } from "../team/team.queries.server.ts";
import { type BulkChange, effectOn } from "./bulk.rules.ts";
import type { BulkInput, BulkQuestion } from "./bulk.schema.ts";
import { type BulkBid, listBulkBids } from "./bulk-bids.queries.server.ts";

/** What is to be changed, with owner or priority area as recorded. Null where there is none of that number. */
export async function findChange(
  context: Context,
  { change, leadOfficer, ownerId, priorityId }: BulkQuestion,
): Promise<BulkChange | null> {
  if (change === "lead-officer") return leadOfficer === null ? null : { kind: change, to: leadOfficer };
  if (change === "owner") {
    const owner = ownerId === null ? null : await findColleague(context, ownerId, BID_WRITERS);
    return owner && { kind: change, owner };
  }
  const [priority] = priorityId === null ? [] : await listPriorities(context, { id: priorityId });
  return priority ? { kind: change, priority } : null;
}

/**
 * Changes all of the bids or none of them.
 * @returns how many were changed; those that were so already are not counted.
 * @throws NotFoundError where the actor may not read one. @throws StaleError where one was changed since it was shown.
 */
export async function changeInBulk(context: Context, input: BulkInput): Promise<Result<{ changed: number }>> {
  requirePermission(context, "bid.write");
  const change = await findChange(context, input);
  if (change === null) {
    return fail(
      input.change === "owner"
        ? { ownerId: "Choose the new owner from the list" }
        : { priorityId: "Choose a priority area from the list" },
    );
  }
  const bids = await listBulkBids(context, input.bidIds);
  if (bids.length < input.bidIds.length) throw new NotFoundError("A bid that is not there");
  const effects = bids.map((bid) => ({ bid, effect: effectOn(bid, change) }));
  const refused = effects.filter(({ effect }) => "refused" in effect).map(({ bid }) => bid.reference);
  if (refused.length > 0) return fail({ form: `These bids cannot be changed so: ${refused.join(", ")}` });
  const shown = new Map(input.bidIds.map((id, index) => [id, input.versions[index]]));
  if (bids.some(({ id, version }) => shown.get(id) !== version)) throw new StaleError();
  const changed = effects.filter(({ effect }) => "becomes" in effect).map(({ bid }) => bid);
  await context.db.write(async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    for (const bid of changed) await changeOne(trx, context, bid, change);
  });
  return succeed({ changed: changed.length });
}

async function changeOne(trx: Writer, context: Context, bid: BulkBid, change: BulkChange): Promise<void> {
  if (change.kind === "owner") return setOwner(trx, context, bid, change.owner.id);
  const { id, version, leadOfficer, priorityIds } = bid;
  const lead = change.kind === "lead-officer" ? { lead_officer: change.to } : {};
  const updated = await trx
    .updateTable("bid")
    .set({ ...lead, version: version + 1 })
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  if (updated.numUpdatedRows === 0n) throw new StaleError();
  if (change.kind === "lead-officer") {
    await recordAudit(trx, context, {
      action: "change lead officer of bid",
      recordType: "bid",
      recordId: id,
      before: { lead_officer: leadOfficer },
      after: { lead_officer: change.to },
    });
    return;
  }
  await trx.insertInto("bid_priority").values({ bid_id: id, priority_id: change.priority.id }).execute();
  await recordAudit(trx, context, {
    action: "add priority area to bid",
    recordType: "bid",
    recordId: id,
    before: { priorityIds },
    after: { priorityIds: [...priorityIds, change.priority.id] },
  });
}
