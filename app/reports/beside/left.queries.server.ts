import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Context } from "#app/platform/context.server.ts";
import type { KeyedPence } from "./beside.ts";
import {
  type BesideGroupings,
  type KeyedRow,
  keyedPence,
  keysOf,
  OF_AWARD,
  ofAwardOrLine,
} from "./keys.server.ts";
import { type AwardToClaim, leftByKeys } from "./left.rules.ts";

/**
 * What is left to claim, as everywhere else: what an award gives less what was sent to its funder; of one that is closed
 * nothing. Of an award whose amount, or the amount of a claim of which, is not recorded it is not known.
 * @param held the awards of the report. @param claims those that were sent
 */
export async function leftBy(
  context: Context,
  by: BesideGroupings,
  held: RawBuilder<unknown>,
  claims: RawBuilder<unknown>,
): Promise<KeyedPence[]> {
  const common = withClaims(held, claims);
  const open = sql`held.amount_pence is not null and not held.is_closed`;
  const keys = keysOf(by, ofAwardOrLine);
  const shares = await sql<ShareRow>`${common}
    select held.id, 1 as is_given, ${keys}, line.financial_year, line.stream, coalesce(line.amount_pence, 0) as pence ${GIVEN}
    where ${open} and held.id in (select award_id from sent) and held.id not in (select award_id from not_recorded)
    union all
    select held.id, 0, ${keys}, line.financial_year, line.stream, line.amount_pence
    from held join sent on sent.award_id = held.id join claim_line as line on line.claim_id = sent.id
    where ${open} and held.id not in (select award_id from not_recorded)
    union all
    select held.id, 0, ${keys}, line.financial_year, line.stream, line.amount_pence ${carriedOfHeld(sql`sent`)}
    where ${open} and held.id not in (select award_id from not_recorded)`.execute(context.db.aside);
  const isOfAward = by.map((grouping) => OF_AWARD[grouping] !== undefined);
  const whole = await leftUnclaimed(context, by, held, claims);
  return [...whole, ...leftByKeys(awardsToClaim(shares.rows), isOfAward)];
}

/**
 * What is left of awards of which nothing was claimed, or that are closed: claims name no partnership, but of such an award
 * its lines say whose what is left is.
 * @param isWanted which of the lines, as `line`
 */
export async function leftUnclaimed(
  context: Context,
  by: BesideGroupings,
  held: RawBuilder<unknown>,
  claims: RawBuilder<unknown>,
  isWanted: RawBuilder<SqlBool> = sql`1 = 1`,
): Promise<KeyedPence[]> {
  const ofLines = keysOf(by, (grouping) =>
    grouping === "partnership" ? sql`line.partnership_id` : ofAwardOrLine(grouping),
  );
  const { rows } = await sql<KeyedRow>`${withClaims(held, claims)}
    select row_key, column_key, cast(sum(pence) as bigint) as pence from (
      select ${ofLines}, case when held.is_closed then 0 else coalesce(line.amount_pence, 0) end as pence ${GIVEN}
      where held.amount_pence is not null and (held.is_closed or held.id not in (select award_id from sent))
        and ${isWanted}) as found
    group by row_key, column_key`.execute(context.db.aside);
  return rows.map(keyedPence);
}

const GIVEN = sql`from held join allocation_line as line on line.version_id = held.version_id`;

function withClaims(held: RawBuilder<unknown>, claims: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`with held as (${held}), sent as (${claims}),
    not_recorded as (select award_id from sent where claimed_pence is null)`;
}

/** What of claims counts for another year by the versions of a report, as `line`. @param claims a table, or a query in brackets */
export function carriedOfHeld(claims: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`from held join award_version as in_force on in_force.id = held.version_id
    join ${claims} as of_claim on of_claim.award_id = held.id
    join claim_carried as line on line.claim_id = of_claim.id
      and line.seq <= in_force.seq and line.effective_on <= in_force.effective_on`;
}

type ShareRow = KeyedRow & {
  id: number;
  is_given: number;
  financial_year: number | null;
  stream: "revenue" | "capital" | null;
};

function awardsToClaim(rows: readonly ShareRow[]): AwardToClaim[] {
  const awards = new Map<number, AwardToClaim>();
  for (const { id, is_given, row_key, column_key, financial_year, stream, pence } of rows) {
    const award = awards.get(id) ?? { given: [], claimed: [] };
    awards.set(id, award);
    const share = { keys: [row_key, column_key] as const, financialYear: financial_year, stream };
    (is_given === 1 ? award.given : award.claimed).push({ ...share, amountPence: pence });
  }
  return [...awards.values()];
}
