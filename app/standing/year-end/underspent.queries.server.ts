import { sql } from "kysely";
import { spentByAwardYear } from "#app/claims/index.server.ts";
import { type FinancialYear, financialYearOf } from "#app/core/financial-year.ts";
import type { Context } from "#app/platform/context.server.ts";
import { type EndedYear, type UnclaimedYear, underspentYears } from "./year-end.rules.ts";

/**
 * What of years that are over each of these awards did not spend, where nothing was agreed or done about it: no carry-over is
 * approved for it, and it was not repaid. Call with awards in scope, a page of them at most.
 */
export async function underspentOf(
  context: Context,
  awardIds: readonly number[],
): Promise<Map<number, UnclaimedYear[]>> {
  const { db, today } = context;
  const ids = sql.join([0, ...awardIds]);
  const { rows } = await sql<HeldRow>`
    select award_id as "awardId", financial_year as "financialYear", cast(sum(not_recorded) as bigint) as unknown,
      cast(sum(gross_pence - passed_on_pence) as bigint) as pence,
      cast((select coalesce(sum(amount_pence), 0) from carry_over where carry_over.award_id = posting.award_id
        and carry_over.from_year = posting.financial_year and not exists (select 1 from award_version as moved
          where moved.award_id = carry_over.award_id and moved.sealed_at is not null
            and (moved.decision_reference = carry_over.reference
              or 'Version ' || moved.number = carry_over.reference))) as bigint) as approved,
      cast((select coalesce(sum(amount_pence), 0) from repayment
        where repayment.award_id = posting.award_id) as bigint) as repaid
    from posting where award_id in (${ids}) and financial_year < ${financialYearOf(today)} and effective_on <= ${today}
    group by award_id, financial_year order by award_id, financial_year`.execute(db.read);
  const spent = rows.length === 0 ? [] : await spentByAwardYear(context, awardIds);
  return new Map(
    awardIds.map((id) => {
      const own = rows.filter(({ awardId }) => awardId === id);
      const years = own.map((row): EndedYear => {
        const same = spent.find((one) => one.awardId === id && one.financialYear === row.financialYear);
        return {
          financialYear: row.financialYear,
          givenPence: row.unknown > 0 ? null : row.pence,
          spentPence: same?.pence ?? null,
          approvedPence: row.approved,
        };
      });
      return [id, underspentYears(years, own[0]?.repaid ?? 0)];
    }),
  );
}

type HeldRow = {
  awardId: number;
  financialYear: FinancialYear;
  unknown: number;
  pence: number;
  approved: number;
  repaid: number;
};
