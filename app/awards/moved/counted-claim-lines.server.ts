import { type RawBuilder, sql } from "kysely";
import type { IsoDay } from "#app/core/calendar-date.ts";

/**
 * The lines of the claims of awards as they count by the end of a day, as a query in brackets: with what was carried over,
 * below 0 in the year that it left. `award_id`, `claim_id`, `number` and `status` of the claim, `financial_year`, `stream`,
 * `project_id`, `amount_pence`.
 */
export function countedClaimLines(awardIds: readonly number[], day: IsoDay): RawBuilder<unknown> {
  const of = (table: "claim_line" | "claim_carried") => sql`
    select claim.award_id, claim.id as claim_id, claim.number, claim.status, line.financial_year, line.stream,
      line.project_id, line.amount_pence
    from claim join ${sql.table(table)} as line on line.claim_id = claim.id
    where claim.award_id in (${sql.join([0, ...awardIds])})`;
  return sql`(${of("claim_line")} union all ${of("claim_carried")} and line.effective_on <= ${day})`;
}
