import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { ForbiddenError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import type { SavedViewInput } from "./saved-view.schema.ts";
import type { ViewedList } from "./saved-view.ts";

/**
 * Saves a view of a list, for the actor or for the people of a partnership that they manage.
 * @returns the list with that view, or messages by field.
 */
export async function saveView(
  context: Context,
  input: SavedViewInput,
  list: ViewedList,
): Promise<Result<{ href: string }>> {
  requirePermission(context, "register.read");
  const { actor } = context;
  const { partnershipId, name } = input;
  if (actor.kind !== "person") throw new ForbiddenError("register.read");
  if (partnershipId !== null) requirePermission(context, "view.share", [partnershipId]);
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    const views = trx.selectFrom("saved_view").select("name");
    const beside = await (partnershipId === null
      ? views.where("person_id", "=", actor.id).where("partnership_id", "is", null)
      : views.where("partnership_id", "=", partnershipId)
    ).execute();
    if (beside.some((view) => view.name.toLowerCase() === name.toLowerCase()))
      return fail({ name: "There is a view of this name already: choose another name" });
    const after = {
      person_id: actor.id,
      partnership_id: partnershipId,
      name,
      list: list.name,
      query: list.tidy(input.query ?? ""),
      created_at: context.now(),
    };
    const { id } = await trx.insertInto("saved_view").values(after).returning("id").executeTakeFirstOrThrow();
    await recordAudit(trx, context, {
      action: `save view of ${list.name}`,
      recordType: "saved view",
      recordId: id,
      after,
    });
    return succeed({ href: list.href(after.query) });
  });
}
