import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { AwardMoney } from "./award-filters.ts";

/**
 * What is asked of the money of an award. For queries that have `award`, and `version` as the one in force. Who or what was
 * merged into what is asked for is asked for too.
 */
export function moneyConditions(asked: AwardMoney): RawBuilder<SqlBool>[] {
  const { funderId, fundId, roundId, year, priorityId, themeId, amountFrom, amountTo } = asked;
  const all: RawBuilder<SqlBool>[] = [];
  if (funderId !== null) {
    all.push(sql`version.funder_id in (
      select funder.id from funder where funder.id = ${funderId} or funder.merged_into_id = ${funderId})`);
  }
  if (fundId !== null) {
    all.push(sql`version.fund_id in (
      select fund.id from fund where fund.id = ${fundId} or fund.merged_into_id = ${fundId})`);
  }
  if (roundId !== null) {
    all.push(sql`award.id in (select own.id from award as own where own.round_id = ${roundId}
      union all select its.id from award as its inner join bid on bid.id = its.bid_id
        where its.round_id is null and bid.round_id = ${roundId})`);
  }
  if (year !== null) all.push(...hasMoneyOf("financial_year", year));
  if (priorityId !== null) all.push(...hasMoneyOf("priority_id", priorityId));
  if (themeId !== null) all.push(...hasMoneyOf("counted_theme_id", themeId));
  if (amountFrom !== null) all.push(sql`version.amount_pence >= ${amountFrom}`);
  if (amountTo !== null) all.push(sql`version.amount_pence <= ${amountTo}`);
  return all;
}

/** Whatever ever had such a line is looked up at once: the others are not asked for their version in force. */
function hasMoneyOf(column: "financial_year" | "priority_id" | "counted_theme_id", value: number) {
  const [ever, money] = [sql.ref(`ever.${column}`), sql.ref(`money.${column}`)];
  return [
    sql<SqlBool>`award.id in (select ever.award_id from allocation_line as ever where ${ever} = ${value})`,
    sql<SqlBool>`exists (select 1 from allocation_line as money where money.version_id = version.id
      and ${money} = ${value} and (money.amount_pence is null or money.amount_pence <> 0))`,
  ];
}
