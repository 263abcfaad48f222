import { rowsAsSaid, type SaidAt } from "#app/audit/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";

/**
 * The projects that a partnership names under each of its priority areas, by their ids; where positions are given, as it
 * said then.
 */
export async function projectsOfPriorities(
  context: Context,
  partnershipId: number,
  then: SaidAt | null = null,
): Promise<Map<number, number[]>> {
  const { db } = context;
  const own = db.read.selectFrom("priority").select("id").where("partnership_id", "=", partnershipId);
  const links = await db.read
    .selectFrom("priority_project")
    .select(["priority_id", "project_id"])
    .where("priority_id", "in", own)
    .execute();
  const now = (await own.orderBy("id").execute()).map(({ id }) => ({
    id,
    projectIds: links.filter((link) => link.priority_id === id).map((link) => link.project_id),
  }));
  const rows = then === null ? now : await rowsAsSaid(context, "priority", now, then, []);
  return new Map(rows.map(({ id, projectIds }) => [id, projectIds]));
}
