import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, personId, requirePermission } from "#app/platform/context.server.ts";
import { StaleError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import { writingPartnerships } from "../award.ts";
import { getAward } from "../awards.queries.server.ts";
import { refusalOfClosed } from "../closure/closed.queries.server.ts";
import { findOverAllocation } from "./over-allocation.queries.server.ts";
import type { OverAllocationInput } from "./over-allocation.ts";

/**
 * Says how much of an award is meant to be passed on, which managers and finance decide.
 * @throws NotFoundError, ForbiddenError, StaleError.
 */
export async function recordOverAllocation(
  context: Context,
  awardId: number,
  { version, percentage, reason }: OverAllocationInput,
): Promise<Result<{ awardId: number }>> {
  const award = await getAward(context, awardId);
  requirePermission(context, "award.seal", writingPartnerships(award.partnerships));
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAward(trx, awardId);
    const closed = await refusalOfClosed(trx, awardId);
    if (closed !== null) return fail({ form: closed });
    const before = await findOverAllocation(trx, awardId);
    if ((before?.version ?? 0) !== version) throw new StaleError();
    const row = {
      percentage,
      reason,
      version: version + 1,
      saved_at: context.now(),
      saved_by: personId(context),
    };
    await trx
      .insertInto("over_allocation")
      .values({ award_id: awardId, ...row })
      .onConflict((same) => same.column("award_id").doUpdateSet(row))
      .execute();
    await recordAudit(trx, context, {
      action: "record over-allocation of award",
      recordType: "award",
      recordId: awardId,
      before: before ?? undefined,
      after: { percentage, reason },
    });
    return succeed({ awardId });
  });
}
