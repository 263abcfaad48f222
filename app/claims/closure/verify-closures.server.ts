import { sql } from "kysely";
import type { Context } from "#app/platform/context.server.ts";

/**
 * Proves what went back and what is closed: no more was repaid of an award than came, and after it was closed nothing was
 * claimed, spent or sealed. @returns what is wrong, in words, by the award's reference; empty where nothing is.
 */
export async function verifyClosures({ db }: Context): Promise<string[]> {
  const { rows: tooMuch } = await sql<{ reference: string }>`
    select award.reference from award
    join (select award_id, sum(amount_pence) as pence from repayment group by award_id) as repaid
      on repaid.award_id = award.id
    where repaid.pence < 0
      or repaid.pence > (select coalesce(sum(received_pence), 0) from claim where claim.award_id = award.id)
    order by award.reference`.execute(db.read);
  const { rows: late } = await sql<{ reference: string; what: string }>`
    select award.reference, after.what from award_closure as closure join award on award.id = closure.award_id
    join (
      select award_id, recorded_at, 'a claim was made' as what from claim
      union all select award_id, recorded_at, 'spend was recorded' from spend
      union all select award_id, recorded_at, 'a repayment was recorded' from repayment
      union all select award_id, sealed_at, 'a version was sealed' from award_version where sealed_at is not null
    ) as after on after.award_id = closure.award_id and after.recorded_at > closure.closed_at
    where closure.reopened_on is null
    group by award.reference, after.what order by award.reference, after.what`.execute(db.read);
  return [
    ...tooMuch.map(({ reference }) => `Award ${reference}: what was repaid is not part of what came`),
    ...late.map(({ reference, what }) => `Award ${reference}: ${what} after it was closed`),
  ];
}
