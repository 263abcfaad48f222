import { type FinancialYear, financialYearOf } from "#app/core/financial-year.ts";
import type { Reader, Writer } from "#db/open.server.ts";
import type { SpentOfYear } from "./warn-of-spent.rules.ts";

/** What was spent of an award by financial year, onward grants included, the first year first. Call with an award in scope. */
export async function spentByYear(reader: Reader | Writer, awardId: number): Promise<SpentOfYear[]> {
  const own = await reader
    .selectFrom("spend")
    .select(["financial_year as financialYear", "amount_pence as pence"])
    .where("award_id", "=", awardId)
    .execute();
  const passedOn = await reader
    .selectFrom("onward_payment as payment")
    .innerJoin("onward_grant as onward", "onward.id", "payment.onward_grant_id")
    .select(["payment.kind", "payment.happened_on as day", "payment.amount_pence as pence"])
    .where("onward.award_id", "=", awardId)
    .execute();
  const years = new Map<FinancialYear, number>();
  const add = (year: FinancialYear, pence: number) => years.set(year, (years.get(year) ?? 0) + pence);
  for (const { financialYear, pence } of own) add(financialYear, pence);
  for (const { kind, day, pence } of passedOn) add(financialYearOf(day), kind === "paid" ? pence : -pence);
  return [...years].sort(([a], [b]) => a - b).map(([financialYear, pence]) => ({ financialYear, pence }));
}
