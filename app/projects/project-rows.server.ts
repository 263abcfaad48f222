import type { Writer } from "#db/open.server.ts";
import type { ProjectChange } from "./project.schema.ts";

/** True where another project of the partnership has this name, whatever its capitals. `exceptId` is the project itself. */
export async function isNameTaken(
  trx: Writer,
  partnershipId: number,
  name: string,
  exceptId: number,
): Promise<boolean> {
  const rows = await trx
    .selectFrom("project")
    .select(["id", "name"])
    .where("partnership_id", "=", partnershipId)
    .execute();
  return rows.some((row) => row.id !== exceptId && row.name.toLowerCase() === name.toLowerCase());
}

type Titles = "project_strand" | "project_partner" | "project_place";

/** Puts these titles, in this order, in place of those that a project has. */
async function replaceTitles(
  trx: Writer,
  table: Titles,
  projectId: number,
  titles: readonly string[],
): Promise<void> {
  await trx.deleteFrom(table).where("project_id", "=", projectId).execute();
  if (titles.length === 0) return;
  const rows = titles.map((title, index) => ({ project_id: projectId, position: index + 1, title }));
  await trx.insertInto(table).values(rows).execute();
}

type Parts = Pick<ProjectChange, "strands" | "partners" | "places" | "partnershipIds">;

/** Puts the strands, delivery partners, places and other partnerships of a project in place of those that it has. */
export async function replaceParts(
  trx: Writer,
  projectId: number,
  { strands, partners, places, partnershipIds }: Parts,
): Promise<void> {
  await replaceTitles(trx, "project_strand", projectId, strands);
  await replaceTitles(trx, "project_partner", projectId, partners);
  await replaceTitles(trx, "project_place", projectId, places);
  await trx.deleteFrom("project_other_partnership").where("project_id", "=", projectId).execute();
  if (partnershipIds.length === 0) return;
  const rows = partnershipIds.map((partnership_id) => ({ project_id: projectId, partnership_id }));
  await trx.insertInto("project_other_partnership").values(rows).execute();
}

/** True where each of these is a partnership other than the project's own. */
export async function areOtherPartnerships(
  trx: Writer,
  ownId: number,
  ids: readonly number[],
): Promise<boolean> {
  if (ids.includes(ownId)) return false;
  const rows = await trx
    .selectFrom("partnership")
    .select("id")
    .where("id", "in", [...ids, 0])
    .execute();
  return rows.length === new Set(ids).size;
}

/** Said where a chosen partnership is not there, or is the project's own. */
export const NOT_OTHERS = "Choose other partnerships from the list";
