import { recordAudit } from "#app/audit/index.server.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import type { Writer } from "#db/open.server.ts";
import { getSavedView } from "./saved-views.queries.server.ts";

/** Has a list open with a view of it for the actor, or without one. @throws NotFoundError where they cannot see it. */
export async function openWithView(context: Context, viewId: number, opens: boolean): Promise<void> {
  requirePermission(context, "register.read");
  const view = await getSavedView(context, viewId);
  const { actor } = context;
  if (actor.kind !== "person") throw new ForbiddenError("register.read");
  await context.db.write(async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    if (opens) await requireStillThere(trx, viewId);
    const own = trx.deleteFrom("default_view").where("person_id", "=", actor.id);
    await own.where("list", "=", view.list).execute();
    if (opens) {
      const row = { person_id: actor.id, list: view.list, view_id: viewId };
      await trx.insertInto("default_view").values(row).execute();
    }
    await recordAudit(trx, context, {
      action: opens ? `open ${view.list} with view` : `open ${view.list} without view`,
      recordType: "saved view",
      recordId: view.id,
    });
  });
}

/** Removes a view, for everybody who shared it. @throws NotFoundError where the actor cannot see it. @throws ForbiddenError */
export async function removeView(context: Context, viewId: number): Promise<void> {
  requirePermission(context, "register.read");
  const { mayRemove, ...before } = await getSavedView(context, viewId);
  if (!mayRemove) throw new ForbiddenError("view.share");
  await context.db.write(async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    await requireStillThere(trx, viewId);
    await trx.deleteFrom("default_view").where("view_id", "=", viewId).execute();
    await trx.deleteFrom("saved_view").where("id", "=", viewId).execute();
    await recordAudit(trx, context, {
      action: `remove view of ${before.list}`,
      recordType: "saved view",
      recordId: viewId,
      before,
    });
  });
}

/** @throws NotFoundError where somebody removed the view meanwhile. */
async function requireStillThere(trx: Writer, viewId: number): Promise<void> {
  const view = await trx.selectFrom("saved_view").select("id").where("id", "=", viewId).executeTakeFirst();
  if (!view) throw new NotFoundError(`No view ${viewId}`);
}
