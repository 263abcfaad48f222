import type { FinancialYear } from "#app/core/financial-year.ts";
import type { Context } from "#app/platform/context.server.ts";

/** What other awards take of the money of a year of each of these awards. Pence. Call with awards in scope. */
export async function passedOnOf(
  { db, today }: Context,
  year: FinancialYear,
  ids: readonly number[],
): Promise<Map<number, number>> {
  const rows = await db.read
    .selectFrom("posting")
    .select("award_id")
    .select((e) => e.cast<number>(e.fn.sum("passed_on_pence"), "bigint").as("pence"))
    .where("award_id", "in", [0, ...ids])
    .where("financial_year", "=", year)
    .where("effective_on", "<=", today)
    .groupBy("award_id")
    .execute();
  return new Map(rows.map(({ award_id, pence }) => [award_id, pence]));
}
