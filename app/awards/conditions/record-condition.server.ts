import { recordAudit } from "#app/audit/index.server.ts";
import { firstDayOf } from "#app/core/calendar-date.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, personId, requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError, StaleError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import type { Writer } from "#db/open.server.ts";
import { writingPartnerships } from "../award.ts";
import { getAward } from "../awards.queries.server.ts";
import { refusalOfClosed } from "../closure/closed.queries.server.ts";
import type { NewCondition } from "./condition.schema.ts";

/**
 * Records a condition of an award, or what has become of one.
 * @param condition the one that is changed, in the version that was read; null for a new one.
 * @throws NotFoundError, ForbiddenError, StaleError.
 */
export async function recordCondition(
  context: Context,
  awardId: number,
  condition: { id: number; version: number } | null,
  input: NewCondition,
): Promise<Result<{ awardId: number }>> {
  const award = await getAward(context, awardId);
  requirePermission(context, "award.draft", writingPartnerships(award.partnerships));
  if (input.metOn !== null && firstDayOf(input.metOn) > context.today) {
    return fail({ metOn: "The date it was met must not be in the future" });
  }
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAward(trx, awardId);
    const closed = await refusalOfClosed(trx, awardId);
    if (closed !== null) return fail({ form: closed });
    const before =
      condition &&
      (await trx
        .selectFrom("award_condition")
        .selectAll()
        .where("id", "=", condition.id)
        .where("award_id", "=", awardId)
        .executeTakeFirst());
    if (before === undefined) throw new NotFoundError("No such condition");
    if (before?.version !== condition?.version) throw new StaleError();
    if (!before && (await isRecorded(trx, awardId, input))) {
      return fail({ text: "This condition is recorded already" });
    }
    const person = personId(context);
    const settled = input.metOn !== null || input.waivedBecause !== null;
    const same = before?.met_on === input.metOn && before.waived_because === input.waivedBecause;
    const after = {
      text: input.text,
      due_on: input.dueOn,
      met_on: input.metOn,
      evidence: input.evidence,
      waived_because: input.waivedBecause,
      settled_by: settled ? (same ? before.settled_by : person) : null,
      version: (before?.version ?? 0) + 1,
      saved_at: context.now(),
      saved_by: person,
    };
    if (before) await trx.updateTable("award_condition").set(after).where("id", "=", before.id).execute();
    else
      await trx
        .insertInto("award_condition")
        .values({ award_id: awardId, ...after })
        .execute();
    await recordAudit(trx, context, {
      action: before ? "change condition of award" : "record condition of award",
      recordType: "award",
      recordId: awardId,
      before: before ?? undefined,
      after,
    });
    return succeed({ awardId });
  });
}

/** True where a condition of the award says the same: somebody else may have been quicker. */
async function isRecorded(trx: Writer, awardId: number, { text, dueOn }: NewCondition): Promise<boolean> {
  const all = await trx
    .selectFrom("award_condition")
    .select(["text", "due_on"])
    .where("award_id", "=", awardId)
    .execute();
  return all.some((one) => one.due_on === dueOn && one.text.toLowerCase() === text.toLowerCase());
}
