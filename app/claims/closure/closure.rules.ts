import type { IsoDay } from "#app/core/calendar-date.ts";
import { financialYearOf } from "#app/core/financial-year.ts";
import { formatPounds } from "#app/core/money.ts";

/** What the register says of an award that is to be closed. Pence. */
export type ClosureFacts = {
  openReturns: number;
  openConditions: number;
  openClaims: number;
  /** What came for its claims, less what was repaid. */
  heldPence: number;
  /** Null where nothing is recorded. */
  spentPence: number | null;
  /** Claimed above what the award gives, less what was repaid; null where its amount is not recorded. */
  overclaimedPence: number | null;
};

/** One thing that has to be settled before an award is closed. */
export type ChecklistItem = { text: string; isDone: boolean; missing: string };

/** What has to be settled before an award is closed, in the order of the work. */
export function closureChecklist(facts: ClosureFacts): ChecklistItem[] {
  const { openReturns, openConditions, openClaims, heldPence, spentPence } = facts;
  const isSpentKnown = heldPence <= 0 || spentPence !== null;
  const unspent = spentPence === null ? 0 : Math.max(0, heldPence - spentPence);
  const back = Math.max(unspent, facts.overclaimedPence ?? 0);
  return [
    {
      text: "The final return and all before it were sent, or are not asked for any more",
      isDone: openReturns === 0,
      missing: `${counted(openReturns, "return is", "returns are")} still to be sent`,
    },
    {
      text: "All conditions are met or waived",
      isDone: openConditions === 0,
      missing: `${counted(openConditions, "condition is", "conditions are")} still open`,
    },
    {
      text: "No claim is open: each is paid, withdrawn or discarded",
      isDone: openClaims === 0,
      missing: `${counted(openClaims, "claim is", "claims are")} still open`,
    },
    {
      text: "What was spent of the money that came is recorded",
      isDone: isSpentKnown,
      missing: "No spend is recorded",
    },
    {
      text: "Unspent money was repaid",
      isDone: back === 0,
      missing: `${formatPounds(back)} is still to go back to the funder`,
    },
  ];
}

/** Evidence is kept for the financial year of closing and six more, unless the agreement says otherwise. */
export function evidenceUntil(today: IsoDay): IsoDay {
  return `${financialYearOf(today) + 7}-03-31`;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
