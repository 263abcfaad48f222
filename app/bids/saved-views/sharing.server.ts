import { listOwnPartnerships } from "#app/partnerships/index.server.ts";
import { type Context, partnershipsWhere } from "#app/platform/context.server.ts";

/** The partnerships with whose people the actor may share a view, as a form offers them. */
export async function sharingChoices(context: Context): Promise<{ value: number; text: string }[]> {
  const shares = partnershipsWhere(context.actor, "view.share");
  const partnerships = await listOwnPartnerships(context);
  return partnerships
    .filter(({ id }) => shares === null || shares.includes(id))
    .map(({ id, name }) => ({ value: id, text: `The people of ${name}` }));
}
