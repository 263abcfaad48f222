import { recordAudit } from "#app/audit/index.server.ts";
import { getAward, refusalOfClosed } from "#app/awards/index.server.ts";
import { writingPartnerships } from "#app/awards/index.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, personId, requirePermission } from "#app/platform/context.server.ts";
import { StaleError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import type { Writer } from "#db/open.server.ts";
import { NOT_CLAIMED } from "../claim.status.ts";
import { findSchedule, listDues } from "./schedule.queries.server.ts";
import { duesOf, stillToPlan } from "./schedule.rules.ts";
import type { NewClaimSchedule } from "./schedule.schema.ts";

/**
 * Records how often the funder asks for claims, and from that which claims are due. What was submitted for keeps its
 * place; the rest is planned anew. @throws NotFoundError, ForbiddenError, StaleError.
 */
export async function planClaims(
  context: Context,
  awardId: number,
  { version, ...plan }: NewClaimSchedule,
): Promise<Result<{ dues: number }>> {
  const award = await getAward(context, awardId);
  requirePermission(context, "claim.write", writingPartnerships(award.partnerships));
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAward(trx, awardId);
    const closed = await refusalOfClosed(trx, awardId);
    if (closed !== null) return fail({ form: closed });
    const before = await findSchedule(trx, awardId);
    if ((before?.version ?? 0) !== version) throw new StaleError();
    const row = {
      rhythm: plan.rhythm,
      payment: plan.payment,
      period_from: plan.periodFrom,
      period_to: plan.periodTo,
      due_days: plan.dueDays,
      unit: plan.unit,
      unit_pence: plan.unitPence,
      version: version + 1,
      saved_at: context.now(),
      saved_by: personId(context),
    };
    if (before) await trx.updateTable("claim_schedule").set(row).where("award_id", "=", awardId).execute();
    else
      await trx
        .insertInto("claim_schedule")
        .values({ ...row, award_id: awardId })
        .execute();
    await trx.deleteFrom("claim_due").where("award_id", "=", awardId).where("claim_id", "is", null).execute();
    const dues = stillToPlan(duesOf(plan), await listDues(trx, awardId));
    if (dues.length > 0) {
      const rows = dues.map(({ periodFrom, periodTo, dueOn }) => ({
        award_id: awardId,
        period_from: periodFrom,
        period_to: periodTo,
        due_on: dueOn,
      }));
      await trx.insertInto("claim_due").values(rows).execute();
    }
    await settleAll(trx, awardId);
    await recordAudit(trx, context, {
      action: "plan claims of award",
      recordType: "award",
      recordId: awardId,
      before: before ?? undefined,
      after: { ...plan, dues: dues.length },
    });
    return succeed({ dues: dues.length });
  });
}

/** What was claimed before it was planned is not due: each due period whose last day a submitted claim holds is settled. */
async function settleAll(trx: Writer, awardId: number): Promise<void> {
  const claims = await trx
    .selectFrom("claim")
    .select(["id", "award_id as awardId", "period_from as periodFrom", "period_to as periodTo"])
    .where("award_id", "=", awardId)
    .where("status", "not in", NOT_CLAIMED)
    .orderBy("number")
    .execute();
  for (const claim of claims) await settleDues(trx, claim);
}

type SubmittedClaim = { id: number; awardId: number; periodFrom: string; periodTo: string };

/** The due periods whose last day a submitted claim holds are settled by it. */
export async function settleDues(trx: Writer, claim: SubmittedClaim): Promise<void> {
  await trx
    .updateTable("claim_due")
    .set({ claim_id: claim.id })
    .where("award_id", "=", claim.awardId)
    .where("claim_id", "is", null)
    .where("period_to", ">=", claim.periodFrom)
    .where("period_to", "<=", claim.periodTo)
    .execute();
}

/** What a claim settled that is withdrawn is due again. */
export async function reopenDues(trx: Writer, claimId: number): Promise<void> {
  await trx.updateTable("claim_due").set({ claim_id: null }).where("claim_id", "=", claimId).execute();
}
