import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, personId, requirePermission } from "#app/platform/context.server.ts";
import { StaleError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import type { Writer } from "#db/open.server.ts";
import { writingPartnerships } from "../award.ts";
import { getAward } from "../awards.queries.server.ts";
import { refusalOfClosed } from "../closure/closed.queries.server.ts";
import { isDue, type Return, refusalOfSending } from "./return.rules.ts";
import type { ReturnChange, ReturnSubmission } from "./return.schema.ts";
import { figuresOn } from "./return-figures.queries.server.ts";
import { getReturn } from "./returns.queries.server.ts";

type Ids = { awardId: number; returnId: number };

/**
 * Changes when a return is due, or that the funder asks for it. One that was submitted stays as it is.
 * @throws NotFoundError, ForbiddenError, StaleError.
 */
export function changeReturn(
  context: Context,
  ids: Ids,
  { version, dueOn, waivedBecause }: ReturnChange,
): Promise<Result<Ids>> {
  return write(context, ids, version, "change return of award", async (_trx, before) => {
    if (before.submittedOn !== null) throw new StaleError();
    return succeed({ due_on: dueOn, waived_because: waivedBecause });
  });
}

/**
 * Records that a return was sent, never before its period was over, with what the register says as at that day. What is dated in its period is locked from
 * then on. @throws NotFoundError, ForbiddenError; StaleError where it was sent already.
 */
export function submitReturn(
  context: Context,
  ids: Ids,
  { version, submittedOn, funderReference, note }: ReturnSubmission,
): Promise<Result<Ids>> {
  const day = submittedOn ?? context.today;
  return write(context, ids, version, "submit return of award", async (trx, before) => {
    if (!isDue(before)) throw new StaleError();
    if (day > context.today) return fail({ submittedOn: "The date must be today or in the past" });
    const tooEarly = refusalOfSending(before, day);
    if (tooEarly !== null) return fail({ submittedOn: tooEarly });
    const figures = await figuresOn(trx, ids.awardId, { day, periodTo: before.periodTo });
    return succeed({
      submitted_on: day,
      submitted_by: personId(context),
      funder_reference: funderReference,
      note,
      figures_json: JSON.stringify(figures),
    });
  });
}

async function write<Change extends object>(
  context: Context,
  ids: Ids,
  version: number,
  action: string,
  change: (trx: Writer, before: Return) => Promise<Result<Change>>,
): Promise<Result<Ids>> {
  const award = await getAward(context, ids.awardId);
  requirePermission(context, "award.draft", writingPartnerships(award.partnerships));
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAward(trx, ids.awardId);
    const closed = await refusalOfClosed(trx, ids.awardId);
    if (closed !== null) return fail({ form: closed });
    const before = await getReturn(trx, ids.awardId, ids.returnId);
    if (before.version !== version) throw new StaleError();
    const changed = await change(trx, before);
    if (!changed.ok) return changed;
    const saved = {
      version: version + 1,
      saved_at: context.now(),
      saved_by: personId(context),
    };
    await trx
      .updateTable("award_return")
      .set({ ...changed.value, ...saved })
      .where("id", "=", ids.returnId)
      .execute();
    await recordAudit(trx, context, {
      action,
      recordType: "award",
      recordId: ids.awardId,
      before,
      after: { return_id: ids.returnId, ...changed.value },
    });
    return succeed(ids);
  });
}
