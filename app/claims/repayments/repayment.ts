import { z } from "zod";
import { type DueBack, dueBackWords } from "#app/awards/index.ts";
import type { IsoDay } from "#app/core/calendar-date.ts";
import { sumPence } from "#app/core/money.ts";
import { dateField, longTextField, moneyField, textField, wholeNumberField } from "#app/ui/forms/fields.ts";

/** Money that went back to the funder. Below 0 it takes back the entry `reversesId`, which was wrong. Pence. */
export type Repayment = {
  id: number;
  repaidOn: IsoDay;
  amountPence: number;
  reference: string | null;
  reversesId: number | null;
  reason: string | null;
  recordedBy: string | null;
};

export const REPAYMENT_SCHEMAS = {
  record: z.object({
    amountPence: moneyField({ label: "The amount", required: "Enter how much was repaid" }),
    repaidOn: dateField({ label: "The date" }),
    reference: textField({ label: "The reference", max: 100 }),
    reason: longTextField({ label: "The reason", max: 2000 }),
  }),
  "take-back": z.object({
    /** How many entries there were when the page was read: only the one that it showed as the last is taken back. */
    version: wholeNumberField({ label: "Version", required: "Open this page again" }),
    reason: longTextField({ label: "The reason", max: 2000, required: "Enter why it was wrong" }),
  }),
};
export type RepaymentAction = keyof typeof REPAYMENT_SCHEMAS;
export type NewRepayment = z.output<(typeof REPAYMENT_SCHEMAS)["record"]>;

export function isRepaymentAction(text: string | undefined): text is RepaymentAction {
  return text !== undefined && Object.hasOwn(REPAYMENT_SCHEMAS, text);
}

/** What went back in all, less what was taken back. */
export function repaidOf(repayments: readonly Repayment[]): number {
  return sumPence(repayments.map(({ amountPence }) => amountPence));
}

/** The latest entry that was not taken back; null where there is none. */
export function lastStanding(repayments: readonly Repayment[]): Repayment | null {
  const gone = new Set(repayments.map(({ reversesId }) => reversesId));
  return repayments.findLast(({ id, amountPence }) => amountPence > 0 && !gone.has(id)) ?? null;
}

/** "£10,500.50 of 2024 to 2025 is to go back", "By what is recorded nothing is to go back". */
export function dueWords(due: DueBack): string {
  return due.pence > 0 ? `${dueBackWords(due)} is to go back` : "By what is recorded nothing is to go back";
}
