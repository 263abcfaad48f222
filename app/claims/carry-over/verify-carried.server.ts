import { sql } from "kysely";
import type { Context } from "#app/platform/context.server.ts";

/**
 * Proves what counts for another year than it was claimed of: what left one year came into the other, at the position of a
 * version of the same award, and no claim has more in a year, stream and project taken away than it asks for there.
 * @returns what is wrong, in words; empty where nothing is.
 */
export async function verifyCarried({ db }: Context): Promise<string[]> {
  const { rows } = await sql<{ reference: string; number: number; problem: string }>`
    select award.reference, claim.number, found.problem from (
      select claim_id, 'what was carried over left another amount than it came to' as problem from claim_carried
      group by claim_id, version_id, stream, project_id having sum(amount_pence) <> 0
      union
      select claim_id, 'more was carried over than it asks for' from (
        select claim_id, financial_year, stream, project_id, amount_pence from claim_carried
        union all
        select claim_id, financial_year, stream, project_id, amount_pence from claim_line
        where claim_id in (select claim_id from claim_carried)) as parts
      group by claim_id, financial_year, stream, project_id having sum(amount_pence) < 0
      union
      select claim_carried.claim_id, 'it was carried over by no version of its award' from claim_carried
      join claim on claim.id = claim_carried.claim_id
      left join award_version as version on version.id = claim_carried.version_id and version.award_id = claim.award_id
        and version.seq = claim_carried.seq and version.effective_on = claim_carried.effective_on
      where version.id is null) as found
    join claim on claim.id = found.claim_id join award on award.id = claim.award_id
    order by award.id, claim.number, found.problem`.execute(db.read);
  return rows.map(({ reference, number, problem }) => `Award ${reference}, claim ${number}: ${problem}`);
}
