import { type DueBack, dueBackWords } from "#app/awards/index.ts";
import type { IsoDay } from "#app/core/calendar-date.ts";
import { type FinancialYear, financialYearOf, formatFinancialYear } from "#app/core/financial-year.ts";
import { formatPounds } from "#app/core/money.ts";

/** What the register says of an award that is to be closed. Pence. */
export type ClosureFacts = {
  /** All that were planned, whatever came of them. */
  plannedReturns: number;
  openReturns: number;
  openConditions: number;
  openClaims: number;
  /** A next version is begun and neither sealed nor discarded. */
  hasDraft: boolean;
  /** What goes back to the funder where nothing more is spent, and of which years no spend is recorded. */
  due: DueBack;
  /** What is not claimed of years that are not over; of money not yet apportioned to a year where that is null. */
  unclaimed: readonly { financialYear: FinancialYear | null; pence: number }[];
  /** Onward grants that were not cancelled, of which nothing came back, and what of them was not paid. */
  unpaidGrants: readonly { recipient: string; pence: number }[];
};

/** One thing that has to be settled before an award is closed; `ask` is a question that holds nothing up. */
export type ChecklistItem = { text: string; isDone: boolean; missing: string; ask?: string };

/** What has to be settled before an award is closed, in the order of the work. */
export function closureChecklist(facts: ClosureFacts): ChecklistItem[] {
  const { openReturns, openConditions, openClaims, due } = facts;
  const notSaid = due.notYetKnown.map(({ financialYear }) => formatFinancialYear(financialYear));
  return [
    {
      text: "The final return and all before it were sent, or are not asked for any more",
      isDone: openReturns === 0,
      ...(facts.plannedReturns === 0 && { ask: "No return was planned: is none asked for?" }),
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
      text: "No change of the award is still a draft",
      isDone: !facts.hasDraft,
      missing: "The next version is a draft: it is to be sealed or discarded",
    },
    {
      text: "What the award gives of years that are not over is claimed",
      isDone: true,
      missing: "",
      ...(facts.unclaimed.length > 0 && { ask: unclaimedWords(facts.unclaimed) }),
    },
    {
      text: "Onward grants are paid",
      isDone: true,
      missing: "",
      ...(facts.unpaidGrants.length > 0 && { ask: unpaidWords(facts.unpaidGrants) }),
    },
    {
      text: "What was spent of the money that came is recorded",
      isDone: notSaid.length === 0,
      missing: `No spend is recorded of ${notSaid.join(" and ")}`,
    },
    {
      text: "Unspent money was repaid",
      isDone: due.pence === 0,
      missing: `${dueBackWords(due)} is still to go back to the funder`,
    },
  ];
}

/** "£50 of 2026 to 2027 is not claimed: is it given up?" */
function unclaimedWords(unclaimed: ClosureFacts["unclaimed"]): string {
  const parts = unclaimed.map(
    ({ financialYear, pence }) =>
      `${formatPounds(pence)} ${financialYear === null ? "of no year yet" : `of ${formatFinancialYear(financialYear)}`}`,
  );
  return `${parts.join(" and ")} is not claimed: is it given up?`;
}

/** "£50 for Aspen Youth is not paid: will it be?" */
function unpaidWords(grants: ClosureFacts["unpaidGrants"]): string {
  const parts = grants.map(({ recipient, pence }) => `${formatPounds(pence)} for ${recipient}`);
  return `${parts.join(" and ")} is not paid: will it be?`;
}

/** Evidence is kept for the financial year of closing and six more, unless the agreement says otherwise. */
export function evidenceUntil(today: IsoDay): IsoDay {
  return `${financialYearOf(today) + 7}-03-31`;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
