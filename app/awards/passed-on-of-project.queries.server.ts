import { type Expression, type SqlBool, sql } from "kysely";
import type { Context } from "#app/platform/context.server.ts";
import { awardInScope } from "./award-scope.server.ts";
import { inForceOn } from "./ledger/in-force.server.ts";
import { takenPence } from "./onward/onward-grant.rules.ts";
import type { OnwardOfProject, TakenOfProject } from "./project-money.rules.ts";

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

/** True of an award that pays for the project by this version of it; the first part is what an index is entered by. */
export function paysFor(projectId: number, awardId: Expression<number>, versionId: Expression<number>) {
  return sql<SqlBool>`(${awardId} in (select own.award_id from allocation_line as own where own.project_id = ${projectId})
    and exists (select 1 from allocation_line as its where its.version_id = ${versionId}
      and its.project_id = ${projectId}))`;
}

/** True of a version all of whose money is for a project; 1 and 0 where it is selected. */
export function paysOnly(projectId: number, versionId: Expression<number>) {
  return sql<number>`case when exists (select 1 from allocation_line as other where other.version_id = ${versionId}
    and (other.project_id is null or other.project_id <> ${projectId})
    and (other.amount_pence is null or other.amount_pence <> 0)) then 0 else 1 end`;
}

/**
 * What the awards in scope that pay for a project today pass on to delivery organisations, by grant. A grant names no
 * project: where all that its award gives is this project's, so is the grant.
 */
export async function listOnwardOfProject(context: Context, projectId: number): Promise<OnwardOfProject[]> {
  const { db, today, scope } = context;
  const rows = await db.read
    .selectFrom("award")
    .innerJoin("onward_grant as grant", "grant.award_id", "award.id")
    .innerJoin("award_version as version", (join) =>
      join.on((e) => e("version.id", "=", inForceOn(today, e.ref("award.id")))),
    )
    .select(["award.id as awardId", "award.reference as awardReference", "award.title as awardTitle"])
    .select(["grant.runs_from as runsFrom", "grant.runs_to as runsTo", "grant.amount_pence as amountPence"])
    .select(["grant.paid_pence as paidPence", "grant.returned_pence as returnedPence"])
    .select("grant.cancelled_on as cancelledOn")
    .select((e) => paysOnly(projectId, e.ref("version.id")).as("paysOnlyIt"))
    .where((e) => paysFor(projectId, e.ref("award.id"), e.ref("version.id")))
    .where(awardInScope(scope))
    .orderBy("award.id")
    .orderBy("grant.number")
    .execute();
  return rows
    .map(({ awardId, awardReference, awardTitle, runsFrom, runsTo, paysOnlyIt, ...grant }) => ({
      ...{ awardId, awardReference, awardTitle, runsFrom, runsTo },
      pence: takenPence(grant),
      isForProject: paysOnlyIt === 1,
    }))
    .filter(({ pence }) => pence !== 0);
}
