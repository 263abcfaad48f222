import { sumPence } from "#app/core/money.ts";
import type { PayingLine } from "./money-from-awards.tsx";

/** What other awards take out of the money of a project, by the award that holds it and the year. Pence. */
export type TakenOfProject = { awardId: number; financialYear: number | null; pence: number };

/** Money of an award for a project in a year. Pence; null is not recorded, and so is a net of it. */
export type ProjectMoney = Pick<PayingLine, "awardId" | "awardReference" | "awardTitle" | "financialYear"> & {
  grossPence: number | null;
  passedOnPence: number;
  netPence: number | null;
  approximate: boolean;
};

/** The lines that pay for a project, one row for each award and year: gross, passed on to awards inside it, net. */
export function moneyByYear(lines: readonly PayingLine[], taken: readonly TakenOfProject[]): ProjectMoney[] {
  const rows = new Map<string, PayingLine[]>();
  for (const line of lines) {
    const key = `${line.awardId} ${line.financialYear}`;
    rows.set(key, [...(rows.get(key) ?? []), line]);
  }
  return [...rows.values()].map((same) => {
    const [{ awardId, awardReference, awardTitle, financialYear }] = same as [PayingLine];
    const amounts = same.map(({ amountPence }) => amountPence);
    const grossPence = amounts.includes(null) ? null : sumPence(amounts as number[]);
    const passedOnPence = sumPence(
      taken
        .filter((each) => each.awardId === awardId && each.financialYear === financialYear)
        .map(({ pence }) => pence),
    );
    return {
      awardId,
      awardReference,
      awardTitle,
      financialYear,
      grossPence,
      passedOnPence,
      netPence: grossPence === null ? null : grossPence - passedOnPence,
      approximate: same.some(({ basis }) => basis === "approximate"),
    };
  });
}
