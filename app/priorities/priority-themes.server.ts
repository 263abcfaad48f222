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

/** Said where a project that was chosen is not there, or is another partnership's. */
export const NOT_OWN_PROJECTS = "Choose projects of the partnership from the list";

/**
 * Puts these sub-aims, and these projects and operations of its partnership, in place of those that a priority has.
 * @returns false where one of the projects is not its partnership's.
 */
export async function replaceWork(
  trx: Writer,
  priority: { id: number; partnershipId: number },
  { aims, projectIds }: { aims: readonly string[]; projectIds: readonly number[] },
): Promise<boolean> {
  const { id, partnershipId } = priority;
  const own = await trx
    .selectFrom("project")
    .select("id")
    .where("partnership_id", "=", partnershipId)
    .where("id", "in", [...projectIds, 0])
    .execute();
  if (own.length !== new Set(projectIds).size) return false;
  await trx.deleteFrom("priority_aim").where("priority_id", "=", id).execute();
  await trx.deleteFrom("priority_project").where("priority_id", "=", id).execute();
  const titles = aims.map((title, index) => ({ priority_id: id, position: index + 1, title }));
  if (titles.length > 0) await trx.insertInto("priority_aim").values(titles).execute();
  const links = own.map((project) => ({ priority_id: id, project_id: project.id }));
  if (links.length > 0) await trx.insertInto("priority_project").values(links).execute();
  return true;
}
