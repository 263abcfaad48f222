import { formatPounds } from "#app/core/money.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import type { AmountBasis } from "./award.ts";
import type { Decision } from "./decision.schema.ts";

/**
 * The amount of an award from the funder's decision. In full and left empty it is what was requested; what is not
 * known stays "not recorded" only where the person says so.
 */
export function awardedAmount(
  decision: Pick<Decision, "outcome" | "amountPence" | "amountNotRecorded" | "approximate">,
  requestedPence: number | null,
): Result<{ amountPence: number | null; amountBasis: AmountBasis }> {
  const { outcome, amountPence } = decision;
  if (decision.amountNotRecorded) {
    if (amountPence !== null)
      return fail({ amountPence: "Enter an amount, or say that it is not recorded, not both" });
    return succeed({ amountPence: null, amountBasis: "not_recorded" });
  }
  const awarded = amountPence ?? (outcome === "full" ? requestedPence : null);
  if (awarded === null)
    return fail({ amountPence: "Enter the amount awarded, or say that it is not recorded" });
  if (awarded === 0) {
    return fail({
      amountPence: "The amount must be more than £0. If nothing was awarded, the bid was unsuccessful",
    });
  }
  if (outcome === "part" && requestedPence !== null && awarded >= requestedPence) {
    return fail({
      amountPence: `Awarded in part must be less than the ${formatPounds(requestedPence)} requested`,
    });
  }
  if (outcome === "full" && requestedPence !== null && awarded < requestedPence) {
    return fail({
      amountPence: `Less than the ${formatPounds(requestedPence)} requested: choose awarded in part`,
    });
  }
  return succeed({ amountPence: awarded, amountBasis: decision.approximate ? "approximate" : "exact" });
}
