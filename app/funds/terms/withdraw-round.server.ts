import { recordAudit } from "#app/audit/index.server.ts";
import { firstDayOf } from "#app/core/calendar-date.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError, StaleError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import type { WithdrawnInput } from "./withdrawn.schema.ts";

/**
 * Records that the funder took a round back, or, without a date, that it did not after all: of a round that stands,
 * nothing can be recorded without one.
 * @throws NotFoundError where there is none. @throws StaleError where it was changed since `version`.
 */
export async function withdrawRound(
  context: Context,
  roundId: number,
  version: number,
  { withdrawnOn, withdrawnReason }: WithdrawnInput,
): Promise<Result<{ roundId: number }>> {
  requirePermission(context, "fund.write");
  if (withdrawnOn !== null && firstDayOf(withdrawnOn) > context.today) {
    return fail({ withdrawnOn: "The date must be today or in the past" });
  }
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    const before = await trx
      .selectFrom("round")
      .select(["withdrawn_on", "withdrawn_reason", "version"])
      .where("id", "=", roundId)
      .executeTakeFirst();
    if (!before) throw new NotFoundError(`No round ${roundId}`);
    if (before.version !== version) throw new StaleError();
    if (withdrawnOn === null && before.withdrawn_on === null) {
      return fail({ withdrawnOn: "Enter the date it was withdrawn" });
    }
    const after = { withdrawn_on: withdrawnOn, withdrawn_reason: withdrawnReason, version: version + 1 };
    await trx.updateTable("round").set(after).where("id", "=", roundId).execute();
    const action = withdrawnOn === null ? "take back withdrawal of round" : "record withdrawal of round";
    await recordAudit(trx, context, { action, recordType: "round", recordId: roundId, before, after });
    return succeed({ roundId });
  });
}
