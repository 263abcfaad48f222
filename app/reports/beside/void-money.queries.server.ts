import { type RawBuilder, sql } from "kysely";
import { asKnown } from "#app/audit/index.server.ts";
import { claimsThen, spentRows } from "#app/claims/index.server.ts";
import { NOT_CLAIMED } from "#app/claims/index.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { ReportMoment } from "../moment.server.ts";
import type { VoidMoney } from "./void-money.ts";

/** What was claimed, came, was spent and went back of some awards by a moment. Pence. @param awards a query with their `id` */
export async function moneyOfAwards(
  context: Context,
  awards: RawBuilder<unknown>,
  moment: ReportMoment,
): Promise<VoidMoney> {
  const { asAt, knownTo } = moment;
  const { rows } = await sql<{ name: keyof VoidMoney; pence: number }>`
    with held as (${awards})
    select name, cast(coalesce(sum(pence), 0) as bigint) as pence from (
      select 'claimed' as name, claimed_pence as pence from held
      join (${claimsAt(context, moment)}) as sent on sent.award_id = held.id
      union all
      select 'received', receipt.amount_pence from held join claim on claim.award_id = held.id
      join ${asKnown("claim_receipt", knownTo, "receipt")} on receipt.claim_id = claim.id where receipt.received_on <= ${asAt}
      union all
      select 'spent', spend.spent_pence from held join (${spentRows({ moment })}) as spend on spend.award_id = held.id
      union all
      select 'repaid', repayment.amount_pence from held
      join ${asKnown("repayment", knownTo)} on repayment.award_id = held.id where repayment.repaid_on <= ${asAt}
    ) as money group by name`.execute(context.db.aside);
  const of = (name: keyof VoidMoney) => rows.find((row) => row.name === name)?.pence ?? 0;
  return { claimed: of("claimed"), received: of("received"), spent: of("spent"), repaid: of("repaid") };
}

/** A query of the claims that were sent: as they are, or as they stood, or were known, at an earlier moment. */
export function claimsAt({ today }: Context, { asAt, knownTo }: ReportMoment): RawBuilder<unknown> {
  const claims = asAt >= today && knownTo === null ? sql`select * from claim` : claimsThen(asAt, knownTo);
  return sql`select id, award_id, claimed_pence from (${claims}) as each_claim
    where each_claim.status not in (${sql.join(NOT_CLAIMED)})`;
}
