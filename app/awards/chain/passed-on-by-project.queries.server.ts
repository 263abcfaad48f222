import type { Context } from "#app/platform/context.server.ts";
import { inForceOn } from "../ledger/in-force.server.ts";

/** So many pence that `outerId` holds for a project, which `innerId` gives to its own; null where not recorded. */
export type PassedOnByProject = {
  outerId: number;
  innerId: number;
  /** What the outer award holds them for, and what the inner one gives them to. */
  outerProjectId: number | null;
  innerProjectId: number | null;
  pence: number | null;
};

/**
 * What these awards pass on to others today, or are themselves paid out of others, by project. Call with awards in scope.
 * @param most rows, where there may be too many for a page
 */
export async function listPassedOnByProject(
  context: Context,
  awardIds: readonly number[],
  way: "outwards" | "inwards",
  most?: number,
): Promise<PassedOnByProject[]> {
  if (awardIds.length === 0) return [];
  const query = context.db.read
    .selectFrom("allocation_line as line")
    .select(["line.inside_award_id", "line.award_id", "line.inside_project_id", "line.project_id"])
    .select((e) => [
      e.cast<number | null>(e.fn.sum("line.amount_pence"), "bigint").as("pence"),
      e.cast<number>(e.fn.count("line.amount_pence"), "bigint").as("recorded"),
      e.cast<number>(e.fn.countAll(), "bigint").as("all"),
    ])
    .where("line.inside_award_id", "is not", null)
    .where(way === "outwards" ? "line.award_id" : "line.inside_award_id", "in", awardIds)
    .where((e) => e("line.version_id", "=", inForceOn(context.today, e.ref("line.award_id"))))
    .groupBy(["line.inside_award_id", "line.award_id", "line.inside_project_id", "line.project_id"])
    .orderBy("line.inside_award_id")
    .orderBy("line.award_id");
  const rows = await (most === undefined ? query : query.limit(most)).execute();
  return rows.map((row) => ({
    outerId: row.inside_award_id ?? 0,
    innerId: row.award_id,
    outerProjectId: row.inside_project_id,
    innerProjectId: row.project_id,
    pence: row.recorded < row.all ? null : row.pence,
  }));
}
