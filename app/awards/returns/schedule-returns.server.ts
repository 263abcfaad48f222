import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, personId, requirePermission } from "#app/platform/context.server.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import { writingPartnerships } from "../award.ts";
import { getAward } from "../awards.queries.server.ts";
import { refusalOfClosed } from "../closure/closed.queries.server.ts";
import { dueAfter, periodsOf } from "./return.rules.ts";
import type { Schedule } from "./return.schema.ts";
import { listReturns } from "./returns.queries.server.ts";

/**
 * Records the returns that a funder asks for over a time. Periods that touch those of returns already recorded are
 * refused: a day is reported once. @throws NotFoundError, ForbiddenError.
 */
export async function scheduleReturns(
  context: Context,
  awardId: number,
  schedule: Schedule,
): Promise<Result<{ returnIds: number[] }>> {
  const award = await getAward(context, awardId);
  requirePermission(context, "award.draft", writingPartnerships(award.partnerships));
  const { rhythm, periodFrom, periodTo, dueDays } = schedule;
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAward(trx, awardId);
    const closed = await refusalOfClosed(trx, awardId);
    if (closed !== null) return fail({ form: closed });
    const taken = (await listReturns(trx, [awardId])).some(
      (one) => one.waivedBecause === null && one.periodFrom <= periodTo && one.periodTo >= periodFrom,
    );
    if (taken) return fail({ periodFrom: "There are returns for part of this time already" });
    const rows = periodsOf(rhythm, periodFrom, periodTo).map((period) => ({
      award_id: awardId,
      period_from: period.periodFrom,
      period_to: period.periodTo,
      due_on: dueAfter(period.periodTo, dueDays),
      version: 1,
      saved_at: context.now(),
      saved_by: personId(context),
    }));
    const made = await trx.insertInto("award_return").values(rows).returning("id").execute();
    await recordAudit(trx, context, {
      action: "schedule returns of award",
      recordType: "award",
      recordId: awardId,
      after: schedule,
    });
    return succeed({ returnIds: made.map(({ id }) => id) });
  });
}
