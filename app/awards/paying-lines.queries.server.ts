import type { Context } from "#app/platform/context.server.ts";
import { awardInScope } from "./award-scope.server.ts";
import { inForceOn } from "./ledger/in-force.server.ts";

/**
 * The lines in force today that pay for a project or serve a priority area, of awards in scope, by award and year.
 * Pence; null is not recorded.
 */
export async function listPayingLines(
  context: Context,
  what: { projectId: number } | { priorityId: number },
) {
  const rows = await context.db.read
    .selectFrom("allocation_line as line")
    .innerJoin("award", "award.id", "line.award_id")
    .innerJoin("award_version as version", "version.id", "line.version_id")
    .select(["award.id", "award.reference", "award.title", "line.financial_year", "line.amount_pence"])
    .select("version.amount_basis")
    .where((e) =>
      "projectId" in what
        ? e("line.project_id", "=", what.projectId)
        : e("line.priority_id", "=", what.priorityId),
    )
    .where((e) => e("version.id", "=", inForceOn(context.today, e.ref("award.id"))))
    .where(awardInScope(context.scope))
    .orderBy("award.id")
    .orderBy("line.financial_year")
    .orderBy("line.position")
    .execute();
  return rows.map((row) => ({
    awardId: row.id,
    awardReference: row.reference,
    awardTitle: row.title,
    financialYear: row.financial_year,
    amountPence: row.amount_pence,
    basis: row.amount_basis,
  }));
}
