import { financialYearOf } from "#app/core/financial-year.ts";

type Payment = {
  awardId: number;
  reference: string;
  title: string;
  kind: "paid" | "returned";
  /** ISO. */
  day: string;
  pence: number;
  /** All that the award gives today is the project's. */
  paysOnlyIt: boolean;
};

/** What an award paid to delivery organisations in a year, less what came back. Pence. */
export type PaidOnward = Pick<Payment, "awardId" | "reference" | "title" | "pence"> & {
  financialYear: number;
  /** False where the award pays for more than the project: for which of them it was paid is not recorded. */
  isForProject: boolean;
};

/** Payments and what came back, summed by award and by the financial year of the day. */
export function paidOnwardYears(payments: readonly Payment[]): PaidOnward[] {
  const years = new Map<string, PaidOnward>();
  for (const { awardId, reference, title, kind, day, pence, paysOnlyIt } of payments) {
    const financialYear = financialYearOf(day);
    const key = `${awardId} ${financialYear}`;
    const before = years.get(key)?.pence ?? 0;
    const sum = before + (kind === "paid" ? pence : -pence);
    years.set(key, { awardId, reference, title, financialYear, pence: sum, isForProject: paysOnlyIt });
  }
  return [...years.values()].sort((a, b) => a.awardId - b.awardId || a.financialYear - b.financialYear);
}
