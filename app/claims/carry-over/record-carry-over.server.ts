import {
  draftCarryOver,
  getAward,
  recordApprovedCarryOver,
  refusalOfClosed,
} from "#app/awards/index.server.ts";
import { writingPartnerships } from "#app/awards/index.ts";
import { firstDayOf } from "#app/core/calendar-date.ts";
import { formatFinancialYear } from "#app/core/financial-year.ts";
import { formatPounds } from "#app/core/money.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import { moneyOfAward } from "../spend/money-of-award.queries.server.ts";
import type { NewCarryOver } from "./carry-over.ts";

/**
 * Records that the funder approved a carry-over, and drafts the variation that it leads to: nothing moves before that is
 * checked and sealed. Never more than was not spent of the year. @throws NotFoundError, ForbiddenError.
 */
export async function recordCarryOver(
  context: Context,
  awardId: number,
  input: NewCarryOver,
): Promise<Result<{ awardId: number }>> {
  const award = await getAward(context, awardId);
  requirePermission(context, "award.draft", writingPartnerships(award.partnerships));
  const { fromYear, toYear, amountPence, approvedOn, reference, note } = input;
  if (firstDayOf(approvedOn) > context.today) {
    return fail({ approvedOn: "The date of the approval must not be in the future" });
  }
  const { years } = await moneyOfAward(context, awardId);
  const year = years.find(({ financialYear }) => financialYear === fromYear);
  const words = formatFinancialYear(fromYear);
  if (year && year.spentPence === null) {
    return fail({
      fromYear: `Record first what was spent of ${words}: only what was not can be carried over`,
    });
  }
  const left = Math.max(0, (year?.awardedPence ?? 0) - (year?.spentPence ?? 0));
  if (amountPence > left)
    return fail({ amountPence: `Only ${formatPounds(left)} of ${words} was not spent` });
  const drafted = await draftCarryOver(context, awardId, {
    fromYear,
    toYear,
    pence: amountPence,
    decidedOn: approvedOn,
    decisionReference: reference,
    reason: `Carried over from ${words} to ${formatFinancialYear(toYear)}, as the funder approved`,
  });
  if (!drafted.ok) return drafted;
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAward(trx, awardId);
    const closed = await refusalOfClosed(trx, awardId);
    if (closed !== null) return fail({ form: closed });
    const carried = { fromYear, toYear, pence: amountPence };
    await recordApprovedCarryOver(trx, context, awardId, carried, { approvedOn, reference, note });
    return succeed({ awardId });
  });
}
