import { recordAudit } from "#app/audit/index.server.ts";
import { formatDate } from "#app/core/calendar-date.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { endsBeforeItStarts, keepStated } from "#app/partnerships/index.ts";
import { type Context, personId, requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError, StaleError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import { roundColumns } from "./add-round.server.ts";
import { mayBeChosen } from "./names.server.ts";
import type { RoundInput } from "./round.schema.ts";
import { dayOf } from "./terms/terms-dates.rules.ts";

/**
 * Changes the facts of a round. A date that was stated as a year keeps that precision where the form left it as it was.
 * @throws NotFoundError where there is none. @throws StaleError where it was changed since `version`.
 */
export async function changeRound(
  context: Context,
  id: number,
  version: number,
  input: RoundInput,
): Promise<Result<{ roundId: number }>> {
  requirePermission(context, "fund.write");
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    const before = await trx.selectFrom("round").selectAll().where("id", "=", id).executeTakeFirst();
    if (!before) throw new NotFoundError(`No round ${id}`);
    if (before.version !== version) throw new StaleError();
    if (!(await mayBeChosen(trx, "fund", input.fundId)))
      return fail({ fundId: "Choose a fund from the list" });
    const interestBy = before.expression_of_interest_by;
    if (input.closesAt !== null && endsBeforeItStarts(interestBy, dayOf(input.closesAt))) {
      const due = formatDate(interestBy ?? "");
      return fail({
        closesOn: `Expressions of interest are due ${due}, after this date: change it, or the terms first`,
      });
    }
    const after = {
      ...roundColumns(input),
      opens_on: keepStated(before.opens_on, input.opensOn, "from"),
      closes_at: keepClosing(before.closes_at, input.closesAt),
      decision_expected: keepStated(before.decision_expected, input.decisionExpected, "to"),
      delivery_from: keepStated(before.delivery_from, input.deliveryFrom, "from"),
      delivery_to: keepStated(before.delivery_to, input.deliveryTo, "to"),
      version: version + 1,
    };
    await trx.updateTable("round").set(after).where("id", "=", id).execute();
    if (after.closes_at !== before.closes_at) {
      const { closes_at: became } = after;
      const moved = { round_id: id, was: before.closes_at, became, changed_at: context.now() };
      const changed_by = personId(context);
      await trx
        .insertInto("round_deadline_change")
        .values({ ...moved, changed_by })
        .execute();
    }
    await recordAudit(trx, context, {
      action: "change round",
      recordType: "round",
      recordId: id,
      before,
      after,
    });
    return succeed({ roundId: id });
  });
}

function keepClosing(before: string | null, typed: string | null): string | null {
  return before?.includes("T") ? typed : keepStated(before, typed, "to");
}
