import type { Context } from "#app/platform/context.server.ts";
import { awardInScope } from "./award-scope.server.ts";
import { inForceOn } from "./ledger/in-force.server.ts";
import type { OpenForProject } from "./open-money.tsx";
import type { TakenOfProject } from "./project-money.rules.ts";

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
    .select(["version.amount_basis", "line.stream", "line.label"])
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
    stream: row.stream,
    label: row.label,
    amountPence: row.amount_pence,
    basis: row.amount_basis,
  }));
}

/**
 * What other awards take today of the money that these awards hold for a project, by award and year. Call with awards
 * in scope.
 */
export async function listTakenOfProject(
  context: Context,
  projectId: number,
  awardIds: readonly number[],
): Promise<TakenOfProject[]> {
  if (awardIds.length === 0) return [];
  return context.db.read
    .selectFrom("posting")
    .select(["award_id as awardId", "financial_year as financialYear"])
    .select((e) => e.cast<number>(e.fn.sum("passed_on_pence"), "bigint").as("pence"))
    .where("award_id", "in", awardIds)
    .where("project_id", "=", projectId)
    .where("effective_on", "<=", context.today)
    .groupBy(["award_id", "financial_year"])
    .orderBy("award_id")
    .orderBy("financial_year")
    .execute();
}

/**
 * Money of awards in scope, of bids that name the project, that is not yet apportioned to any project: some of it may be
 * this one's. By award; pence of the open lines together, null where not recorded.
 */
export async function listOpenForProject(context: Context, projectId: number): Promise<OpenForProject[]> {
  const rows = await context.db.read
    .selectFrom("bid_project")
    .innerJoin("award", "award.bid_id", "bid_project.bid_id")
    .innerJoin("allocation_line as line", "line.award_id", "award.id")
    .select(["award.id", "award.reference", "award.title"])
    .select((e) => e.cast<number | null>(e.fn.sum("line.amount_pence"), "bigint").as("pence"))
    .where("bid_project.project_id", "=", projectId)
    .where("line.project_id", "is", null)
    .where((e) => e("line.version_id", "=", inForceOn(context.today, e.ref("award.id"))))
    .where(awardInScope(context.scope))
    .groupBy(["award.id", "award.reference", "award.title"])
    .orderBy("award.id")
    .execute();
  return rows;
}

/** The lines in force today for each priority area of a partnership, of awards in scope. Pence; null is not recorded. */
export async function listSecuredByPriority(context: Context, partnershipId: number) {
  return context.db.read
    .selectFrom("priority")
    .innerJoin("allocation_line as line", "line.priority_id", "priority.id")
    .innerJoin("award", "award.id", "line.award_id")
    .select(["priority.id as priorityId", "award.id as awardId", "line.amount_pence as pence"])
    .where("priority.partnership_id", "=", partnershipId)
    .where((e) => e("line.version_id", "=", inForceOn(context.today, e.ref("award.id"))))
    .where(awardInScope(context.scope))
    .orderBy("priority.id")
    .orderBy("award.id")
    .orderBy("line.position")
    .execute();
}
