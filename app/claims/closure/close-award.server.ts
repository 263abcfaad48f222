import { recordAudit } from "#app/audit/index.server.ts";
import { closedOn, getAward, refusalOfClosed } from "#app/awards/index.server.ts";
import { writingPartnerships } from "#app/awards/index.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, personId, requirePermission } from "#app/platform/context.server.ts";
import { StaleError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import { closureChecklist } from "./closure.rules.ts";
import type { NewClosure } from "./closure.schema.ts";
import { closureFacts } from "./closures.queries.server.ts";

/**
 * Closes an award of which everything is settled: from then on it takes no claim, no spend and no version.
 * @throws NotFoundError, ForbiddenError.
 */
export async function closeAward(
  context: Context,
  awardId: number,
  closure: NewClosure,
): Promise<Result<{ awardId: number }>> {
  const award = await getAward(context, awardId);
  requirePermission(context, "award.seal", writingPartnerships(award.partnerships));
  if (closure.evidenceUntil <= context.today) {
    return fail({ evidenceUntil: "The date must be in the future" });
  }
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAward(trx, awardId);
    const closed = await refusalOfClosed(trx, awardId);
    if (closed !== null) return fail({ form: closed });
    const missing = closureChecklist(await closureFacts(context, awardId, trx)).filter(
      ({ isDone }) => !isDone,
    );
    if (missing.length > 0) return fail({ form: missing.map((item) => item.missing).join("; ") });
    const row = {
      closed_on: context.today,
      evaluation: closure.evaluation,
      evidence_until: closure.evidenceUntil,
      note: closure.note,
    };
    await trx
      .insertInto("award_closure")
      .values({
        ...row,
        award_id: awardId,
        closed_at: context.now(),
        closed_by: personId(context),
      })
      .execute();
    await recordAudit(trx, context, {
      action: "close award",
      recordType: "award",
      recordId: awardId,
      after: row,
    });
    return succeed({ awardId });
  });
}

/** Opens a closed award again. @throws NotFoundError, ForbiddenError; StaleError where it is open already. */
export async function reopenAward(
  context: Context,
  awardId: number,
  { reason }: { reason: string },
): Promise<Result<{ awardId: number }>> {
  const award = await getAward(context, awardId);
  requirePermission(context, "award.seal", writingPartnerships(award.partnerships));
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAward(trx, awardId);
    const day = await closedOn(trx, awardId);
    if (day === null) throw new StaleError();
    const reopened = { reopened_on: context.today, reopened_because: reason };
    await trx
      .updateTable("award_closure")
      .set({
        ...reopened,
        reopened_at: context.now(),
        reopened_by: personId(context),
      })
      .where("award_id", "=", awardId)
      .where("reopened_on", "is", null)
      .execute();
    await recordAudit(trx, context, {
      action: "reopen award",
      recordType: "award",
      recordId: awardId,
      before: { closed_on: day },
      after: reopened,
    });
    return succeed({ awardId });
  });
}
