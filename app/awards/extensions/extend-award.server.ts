import { recordAudit } from "#app/audit/index.server.ts";
import { firstDayOf } from "#app/core/calendar-date.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, personId, requirePermission } from "#app/platform/context.server.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import { writingPartnerships } from "../award.ts";
import { getAward } from "../awards.queries.server.ts";
import { awardBeganOn } from "../began.queries.server.ts";
import { refusalOfClosed } from "../closure/closed.queries.server.ts";
import { refusalOfExtension } from "./extension.rules.ts";
import type { ExtensionInput } from "./extension.ts";

/**
 * Records that delivery may last longer; until when it lasted before stays in the history. Of two at once the later one
 * has to reach further than the earlier one. @throws NotFoundError, ForbiddenError.
 */
export async function extendAward(
  context: Context,
  awardId: number,
  input: ExtensionInput,
): Promise<Result<{ awardId: number }>> {
  const award = await getAward(context, awardId);
  requirePermission(context, "award.draft", writingPartnerships(award.partnerships));
  if (input.agreedOn !== null && firstDayOf(input.agreedOn) > context.today) {
    return fail({ agreedOn: "The date of the funder’s agreement must not be in the future" });
  }
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAward(trx, awardId);
    const closed = await refusalOfClosed(trx, awardId);
    if (closed !== null) return fail({ form: closed });
    const { version, delivery_to: end } = await trx
      .selectFrom("award")
      .select(["version", "delivery_to"])
      .where("id", "=", awardId)
      .executeTakeFirstOrThrow();
    const refusal = refusalOfExtension(input.deliveryTo, end, await awardBeganOn(trx, awardId));
    if (refusal !== null) return fail({ deliveryTo: refusal });
    const extension = {
      delivery_to: input.deliveryTo,
      reason: input.reason,
      agreed_on: input.agreedOn,
      decision_reference: input.decisionReference,
    };
    await trx
      .insertInto("award_extension")
      .values({
        ...extension,
        award_id: awardId,
        delivery_to_before: end,
        recorded_at: context.now(),
        recorded_by: personId(context),
      })
      .execute();
    await trx
      .updateTable("award")
      .set({ delivery_to: input.deliveryTo, version: version + 1 })
      .where("id", "=", awardId)
      .execute();
    await recordAudit(trx, context, {
      action: "extend award",
      recordType: "award",
      recordId: awardId,
      before: { delivery_to: end },
      after: extension,
    });
    return succeed({ awardId });
  });
}
