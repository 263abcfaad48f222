import { awardInScope, inForceOn, paysFor, paysOnly } from "#app/awards/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { type PaidOnward, paidOnwardYears } from "./onward-of-project.rules.ts";

/**
 * What the awards in scope that pay for a project paid to delivery organisations, less what came back, by award and year.
 * A delivery organisation's grant names no project: where all that the award gives today is this project's, so is the grant.
 */
export async function paidOnwardOfProject(context: Context, projectId: number): Promise<PaidOnward[]> {
  const { db, today, scope } = context;
  const rows = await db.read
    .selectFrom("award")
    .innerJoin("onward_grant", "onward_grant.award_id", "award.id")
    .innerJoin("onward_payment as payment", "payment.onward_grant_id", "onward_grant.id")
    .innerJoin("award_version as version", (join) =>
      join.on((e) => e("version.id", "=", inForceOn(today, e.ref("award.id")))),
    )
    .select(["award.id as awardId", "award.reference", "award.title", "payment.kind"])
    .select(["payment.happened_on as day", "payment.amount_pence as pence"])
    .select((e) => paysOnly(projectId, e.ref("version.id")).as("paysOnlyIt"))
    .where((e) => paysFor(projectId, e.ref("award.id"), e.ref("version.id")))
    .where(awardInScope(scope))
    .orderBy("award.id")
    .orderBy("payment.id")
    .execute();
  return paidOnwardYears(rows.map(({ paysOnlyIt, ...row }) => ({ ...row, paysOnlyIt: paysOnlyIt === 1 })));
}
