import { recordAudit } from "#app/audit/index.server.ts";
import { type Result, succeed } from "#app/core/result.ts";
import type { Context } from "#app/platform/context.server.ts";
import { ForbiddenError, NotFoundError } from "#app/platform/errors.ts";

/**
 * Stops one of the actor's own addresses at once and for ever.
 * @throws NotFoundError where it is not the actor's, or was stopped before.
 */
export async function revokeAddress(context: Context, id: number): Promise<Result<{ id: number }>> {
  const { actor } = context;
  if (actor.kind !== "person") throw new ForbiddenError("signed-in");
  return context.db.write(async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    const revoked_at = context.now();
    const { numUpdatedRows } = await trx
      .updateTable("calendar_address")
      .set({ revoked_at })
      .where("id", "=", id)
      .where("person_id", "=", actor.id)
      .where("revoked_at", "is", null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new NotFoundError(`No calendar address ${id}`);
    await recordAudit(trx, context, {
      action: "stop calendar address",
      recordType: "calendar_address",
      recordId: id,
      after: { revoked_at },
    });
    return succeed({ id });
  });
}
