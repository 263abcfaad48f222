import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { StaleError } from "#app/platform/errors.ts";
import type { Writer } from "#db/open.server.ts";
import { writingPartnerships } from "../award.ts";
import { getAward } from "../awards.queries.server.ts";
import { getOwnership, listPossibleOwners } from "./owner.queries.server.ts";
import type { AwardOwnerInput } from "./owner.ts";

/**
 * Says who is responsible for an award, or leaves it to whoever owns its bid. Of a closed award too: somebody keeps its
 * evidence. @throws NotFoundError, ForbiddenError, StaleError.
 */
export async function changeAwardOwner(
  context: Context,
  awardId: number,
  { version, ownerId }: AwardOwnerInput,
): Promise<Result<null>> {
  requirePermission(context, "award.draft");
  const award = await getAward(context, awardId);
  requirePermission(context, "award.draft", writingPartnerships(award.partnerships));
  const people = await listPossibleOwners(context, award, await getOwnership(context, awardId));
  if (ownerId !== null && !people.some(({ id }) => id === ownerId)) {
    return fail({ ownerId: "Choose from the list" });
  }
  return context.db.write(async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    await setAwardOwner(trx, context, { id: awardId, version }, ownerId);
    return succeed(null);
  });
}

/**
 * Makes somebody responsible for an award, in the transaction that changes it.
 * @param award with the version that was read. @throws StaleError where it was changed since.
 */
export async function setAwardOwner(
  trx: Writer,
  context: Context,
  { id, version }: { id: number; version: number },
  personId: number | null,
): Promise<void> {
  const before = await trx
    .selectFrom("award")
    .select("owner_id")
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  if (!before) throw new StaleError();
  const changed = await trx
    .updateTable("award")
    .set({ owner_id: personId, version: version + 1 })
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw new StaleError();
  await recordAudit(trx, context, {
    action: "set owner of award",
    recordType: "award",
    recordId: id,
    before: { ownerId: before.owner_id },
    after: { ownerId: personId },
  });
}
