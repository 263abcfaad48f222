import { firstDayOf, lastDayOf } from "#app/core/calendar-date.ts";
import { type FinancialYear, financialYearOf } from "#app/core/financial-year.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { Award } from "../award.ts";
import { type Agreement, agreementFor } from "./agreement.rules.ts";

/** The agreements of an award, by year, the one for all years last. Call with an award in scope. */
export async function listAgreements({ db }: Context, awardId: number): Promise<Agreement[]> {
  const rows = await db.read
    .selectFrom("award_agreement")
    .select(["financial_year as financialYear", "reference", "signed_on as signedOn", "note", "version"])
    .where("award_id", "=", awardId)
    .execute();
  return rows.sort((a, b) => (a.financialYear ?? 9999) - (b.financialYear ?? 9999));
}

/**
 * The agreement that holds for a financial year of an award: that year's own, else the one for all years; null where
 * neither is recorded. Call with an award in scope.
 */
export async function findAgreementFor(
  context: Context,
  awardId: number,
  year: FinancialYear | null,
): Promise<Agreement | null> {
  return agreementFor(await listAgreements(context, awardId), year);
}

/** The years that an agreement may be for: from the year before those of the award's lines and delivery to three after. */
export async function listYearsToAgree({ db, today }: Context, award: Award): Promise<FinancialYear[]> {
  const rows = await db.read
    .selectFrom("allocation_line")
    .select("financial_year")
    .distinct()
    .where("award_id", "=", award.id)
    .execute();
  const known = [
    financialYearOf(today),
    ...(award.deliveryFrom ? [financialYearOf(firstDayOf(award.deliveryFrom))] : []),
    ...(award.deliveryTo ? [financialYearOf(lastDayOf(award.deliveryTo))] : []),
    ...rows.flatMap((row) => row.financial_year ?? []),
  ];
  const first = Math.min(...known) - 1;
  return Array.from({ length: Math.max(...known) + 4 - first }, (_, index) => first + index);
}
