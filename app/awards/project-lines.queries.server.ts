import type { Context } from "#app/platform/context.server.ts";
import { awardInScope } from "./award-scope.server.ts";
import { versionsInForce } from "./ledger/in-force.server.ts";

/** The lines in force today that pay for a project, of awards in scope, by award and year. Pence; null is not recorded. */
export async function listLinesOfProject(context: Context, projectId: number) {
  const rows = await context.db.read
    .selectFrom("allocation_line as line")
    .innerJoin("award", "award.id", "line.award_id")
    .innerJoin(
      versionsInForce(context.db.read, { asAt: context.today, position: Number.MAX_SAFE_INTEGER }).as(
        "version",
      ),
      "version.id",
      "line.version_id",
    )
    .leftJoin("partnership", "partnership.id", "line.partnership_id")
    .select(["award.id", "award.reference", "award.title", "line.financial_year", "line.amount_pence"])
    .select(["version.amount_basis", "partnership.name as partnership_name"])
    .where("line.project_id", "=", projectId)
    .where(awardInScope(context.scope))
    .orderBy("award.id")
    .orderBy("line.financial_year")
    .orderBy("line.position")
    .execute();
  return rows.map((row) => ({
    awardId: row.id,
    awardReference: row.reference,
    awardTitle: row.title,
    partnership: row.partnership_name,
    financialYear: row.financial_year,
    amountPence: row.amount_pence,
    basis: row.amount_basis,
  }));
}
