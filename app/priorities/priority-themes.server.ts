import type { Writer } from "#db/open.server.ts";

/** The themes that a priority serves become these; false where one of them is not in the common set. */
export async function replaceThemes(
  trx: Writer,
  priorityId: number,
  themeIds: readonly number[],
): Promise<boolean> {
  await trx.deleteFrom("priority_theme").where("priority_id", "=", priorityId).execute();
  if (themeIds.length === 0) return true;
  const known = await trx.selectFrom("theme").select("id").where("id", "in", themeIds).execute();
  if (known.length !== themeIds.length) return false;
  await trx
    .insertInto("priority_theme")
    .values(themeIds.map((theme_id) => ({ priority_id: priorityId, theme_id })))
    .execute();
  return true;
}
