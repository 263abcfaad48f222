import type { Writer } from "#db/open.server.ts";

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

/** Puts these strands, in this order, in place of those that a project has. */
export async function replaceStrands(
  trx: Writer,
  projectId: number,
  strands: readonly string[],
): Promise<void> {
  await trx.deleteFrom("project_strand").where("project_id", "=", projectId).execute();
  if (strands.length === 0) return;
  const rows = strands.map((title, index) => ({ project_id: projectId, position: index + 1, title }));
  await trx.insertInto("project_strand").values(rows).execute();
}
