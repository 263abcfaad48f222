import { recordAudit } from "#app/audit/index.server.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { LIST_OF_BIDS } from "./saved-view.ts";
import { getSavedView } from "./saved-views.queries.server.ts";

/** Has the list of bids open with a view for the actor, or without one. @throws NotFoundError where they cannot see it. */
export async function openWithView(context: Context, viewId: number, opens: boolean): Promise<void> {
  requirePermission(context, "register.read");
  const view = await getSavedView(context, viewId);
  if (view.list !== LIST_OF_BIDS.name) throw new NotFoundError(`No view ${viewId} of bids`);
  const { actor } = context;
  if (actor.kind !== "person") throw new ForbiddenError("register.read");
  await context.db.write(async (trx) => {
    await trx.deleteFrom("default_view").where("person_id", "=", actor.id).execute();
    if (opens) {
      await trx.insertInto("default_view").values({ person_id: actor.id, view_id: viewId }).execute();
    }
    await recordAudit(trx, context, {
      action: opens ? "open bids with view" : "open bids without view",
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
