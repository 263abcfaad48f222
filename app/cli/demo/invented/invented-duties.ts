import { recordCondition, recordTerms, scheduleReturns, submitReturn } from "#app/awards/index.server.ts";
import { addDays } from "#app/core/calendar-date.ts";
import { daysOfFinancialYear } from "#app/core/financial-year.ts";
import type { StaffContexts } from "../fill-people.ts";
import { done } from "../filled.ts";

/** Nothing of an offer and no special terms. */
export const NO_TERMS = {
  ...{ version: 0, offeredOn: null, offerReference: null, acceptedOn: null, acceptanceReference: null },
  ...{ decisionUrl: null, noTransfer: false, capitalOnly: false, matchBasisPoints: null },
  ...{ variationWeeks: null, contactName: null, contactEmail: null },
};

/**
 * What an award owes its funder: returns by 31 October and 30 April, the first of them sent where that is asked for, a
 * condition that is met and one that is still open; and how long before the end of the year it wants to be asked for another.
 */
export async function inventDuties(
  staff: StaffContexts,
  award: { awardId: number; financialYear: number; firstSent: boolean },
): Promise<void> {
  const { awardId } = award;
  done(await recordTerms(staff.officer, awardId, { ...NO_TERMS, variationWeeks: 12 }));
  const { from, to } = daysOfFinancialYear(award.financialYear);
  const schedule = { rhythm: "half_yearly" as const, periodFrom: from, periodTo: to, dueDays: null };
  const { returnIds } = done(await scheduleReturns(staff.officer, awardId, schedule));
  const [returnId] = returnIds;
  if (award.firstSent && returnId !== undefined) {
    const sent = { version: 1, submittedOn: null, funderReference: "Return 1", note: null };
    done(await submitReturn(staff.officer, { awardId, returnId }, sent));
  }
  const { today } = staff.officer;
  const open = { metOn: null, evidence: null, waivedBecause: null };
  const met = { metOn: addDays(today, -90), evidence: "Minutes of the board, item 4", waivedBecause: null };
  const text = "Name a lead officer and tell the funder";
  done(await recordCondition(staff.officer, awardId, null, { ...met, text, dueOn: addDays(today, -85) }));
  const plan = "Send the plan for what happens when the money ends";
  done(
    await recordCondition(staff.officer, awardId, null, { ...open, text: plan, dueOn: addDays(today, 60) }),
  );
}
