import { type RawBuilder, type SqlBool, sql } from "kysely";
import { asKnown } from "#app/audit/index.server.ts";
import type { IsoDay } from "#app/core/calendar-date.ts";
import { daysOfFinancialYear, type FinancialYear, financialYearOf } from "#app/core/financial-year.ts";
import { keepQuery } from "#db/kept-queries.ts";
import type { Reader, Writer } from "#db/open.server.ts";
import { inForceOn } from "../ledger/in-force.server.ts";
import type { ClaimedLine } from "../moved/carried-claims.rules.ts";
import { sentLines } from "../moved/carry-claims.server.ts";
import { countedClaimLines } from "../moved/counted-claim-lines.server.ts";
import { type DueBack, dueBack, type MoneyHeld } from "./due-back.rules.ts";
import { cashOfAwards, unspentByYear } from "./money-held.queries.server.ts";
import { repaymentDue, type Share, STATUSES_NOT_CLAIMED } from "./repayment-due.rules.ts";
import { submittedBy } from "./submitted-by.server.ts";
import type { ClaimedOfAward } from "./warn-of-repayment.rules.ts";

const givenShares = keepQuery((reader, { awardIds, today }: { awardIds: readonly number[]; today: IsoDay }) =>
  reader
    .selectFrom("award")
    .innerJoin("award_version as version", (join) =>
      join.on((e) => e("version.id", "=", inForceOn(today, e.ref("award.id")))),
    )
    .leftJoin("allocation_line as line", "line.version_id", "version.id")
    .select(["award.id as awardId", "financial_year as financialYear", "stream"])
    .select(["line.amount_pence as amountPence"])
    .where("award.id", "in", awardIds)
    .where("version.amount_pence", "is not", null),
);

const repaidSums = keepQuery((reader, awardIds: readonly number[]) =>
  reader
    .selectFrom("repayment")
    .select((e) => ["award_id", e.cast<number>(e.fn.sum("amount_pence"), "bigint").as("pence")])
    .where("award_id", "in", awardIds)
    .groupBy("award_id"),
);

/** What each of these awards holds that may have to go back; none of those of which nothing was claimed. Call with awards in scope. */
export async function moneyHeldOf(
  reader: Reader | Writer,
  awardIds: readonly number[],
  today: IsoDay,
): Promise<Map<number, MoneyHeld>> {
  const ids = [0, ...awardIds];
  const { rows: claimed } = await sql<Share & { awardId: number }>`
    select award_id as "awardId", financial_year as "financialYear", stream, amount_pence as "amountPence"
    from ${countedClaimLines(awardIds, today)} as line where status not in (${sql.join(STATUSES_NOT_CLAIMED)})`.execute(
    reader,
  );
  if (claimed.length === 0) return new Map();
  const given = await givenShares(reader, { awardIds: ids, today });
  const repaid = await repaidSums(reader, ids);
  const cashOf = await cashOfAwards(reader, awardIds, today);
  return new Map(
    [...new Set(claimed.map(({ awardId }) => awardId))].map((id) => {
      const own = <Row extends { awardId: number }>(rows: readonly Row[]) =>
        rows.filter(({ awardId }) => awardId === id);
      const lines: Share[] = own(given).map((line) => ({ ...line, amountPence: line.amountPence ?? 0 }));
      // What an award gives that is not recorded is nothing that more can be claimed than.
      const above = lines.length === 0 ? { pence: 0, years: [] } : repaymentDue(lines, own(claimed), 0);
      const repaidPence = repaid.find(({ award_id }) => award_id === id)?.pence ?? 0;
      return [id, { ...cashOf(id), above, repaidPence }];
    }),
  );
}

/** What each of these awards owes its funder, by years. Call with awards in scope. */
export async function repaymentsDue(
  reader: Reader | Writer,
  awardIds: readonly number[],
  today: IsoDay,
): Promise<Map<number, DueBack>> {
  const held = await moneyHeldOf(reader, awardIds, today);
  return new Map([...held].map(([id, money]) => [id, dueBack(money, today)]));
}

/** What was, as it counts on a day, and what is to be asked of an award, and what of it went back. Call with an award in scope. */
export async function claimedOfAward(
  reader: Reader | Writer,
  awardId: number,
  day: IsoDay,
): Promise<ClaimedOfAward & { sent: ClaimedLine[] }> {
  const prepared = await reader
    .selectFrom("claim_line")
    .innerJoin("claim", "claim.id", "claim_line.claim_id")
    .select(["financial_year as financialYear", "stream", "amount_pence as amountPence"])
    .where("claim.award_id", "=", awardId)
    .where("claim.status", "in", ["draft", "signed"])
    .execute();
  const [repaid] = await repaidSums(reader, [awardId]);
  return { sent: await sentLines(reader, awardId, day), prepared, repaidPence: repaid?.pence ?? 0 };
}

/** What of claims counts for another year since the version in force, of a query that has that as `version`. */
export const COUNTS_BY_VERSION = sql`claim_carried.seq <= version.seq and claim_carried.effective_on <= version.effective_on`;

/** The claims of which a query asks: a table or query named `claim`, and which of them count. */
type CountedClaims = { claim: RawBuilder<unknown>; counts: RawBuilder<SqlBool> };

/**
 * As `repaymentDue`, of a query that has `award` and its version in force, as `version`: pence that were claimed above what
 * the version gives, by years and streams, what was repaid not taken off; below 0 where money of no year is left.
 * @param year of that one alone, where it is given
 */
export function overclaimedOf(claims: CountedClaims, year?: FinancialYear): RawBuilder<number> {
  return sql`(${greatestAbove(partsOfAward(claims, year))})`;
}

/** What its claims ask for, and, below 0, what its version gives: of a query that has `award` and `version`. */
function partsOfAward({ claim, counts }: CountedClaims, year?: FinancialYear): RawBuilder<unknown> {
  const ofYear = year === undefined ? sql`1 = 1` : sql`financial_year = ${year}`;
  return sql`
    select ${partsOf("claim_line")} from ${claim} join claim_line on claim_line.claim_id = claim.id
    where claim.award_id = award.id and ${counts} and ${ofYear}
    union all
    select ${partsOf("claim_carried")} from ${claim} join claim_carried on claim_carried.claim_id = claim.id and ${COUNTS_BY_VERSION}
    where claim.award_id = award.id and ${counts} and ${ofYear}
    union all
    select ${partsOf("allocation_line", "-")} from allocation_line where allocation_line.version_id = version.id and ${ofYear}`;
}

/**
 * The same of many awards at once: a query of award_id and above, of those alone of which something was claimed.
 * @param versions a table or query of award_id and version_id: the version in force of each.
 */
export function overclaimedByAward(
  { claim, counts }: CountedClaims,
  versions: RawBuilder<unknown>,
  year?: FinancialYear,
): RawBuilder<unknown> {
  const ofYear = year === undefined ? sql`1 = 1` : sql`financial_year = ${year}`;
  return greatestAbove(
    sql`
    select claim.award_id, ${partsOf("claim_line")} from ${claim} join claim_line on claim_line.claim_id = claim.id
    where ${counts} and ${ofYear}
    union all
    select claim.award_id, ${partsOf("claim_carried")} from ${claim}
    join ${versions} as given on given.award_id = claim.award_id
    join award_version as version on version.id = given.version_id
    join claim_carried on claim_carried.claim_id = claim.id and ${COUNTS_BY_VERSION}
    where ${counts} and ${ofYear}
    union all
    select given.award_id, ${partsOf("allocation_line", "-")} from ${versions} as given
    join allocation_line on allocation_line.version_id = given.version_id
    where given.award_id in (select claim.award_id from ${claim}) and ${ofYear}`,
    true,
  );
}

/** What is added to a year and stream by a row of that table, or taken off; a line without a stream gives to each. */
function partsOf(
  table: "claim_line" | "claim_carried" | "allocation_line",
  sign: "" | "-" = "",
): RawBuilder<unknown> {
  const pence = `${sign}${table}.amount_pence`;
  const ofStream = (stream: string) =>
    `case when ${table}.stream = '${stream}'${sign === "-" ? ` or ${table}.stream is null` : ""} then ${pence} else 0 end`;
  return sql.raw(
    `${table}.financial_year, ${pence} as whole, ${ofStream("revenue")} as revenue, ${ofStream("capital")} as capital`,
  );
}

/** Such parts by year: the sum of each stream, and of all. */
function partsByYear(parts: RawBuilder<unknown>, by = ""): RawBuilder<unknown> {
  return sql`select ${sql.raw(by)}financial_year, sum(whole) as whole, sum(revenue) as revenue, sum(capital) as capital
      from (${parts}) as parts group by ${sql.raw(by)}financial_year`;
}

/** The greatest of some columns or numbers. */
function greatest(...sums: string[]): string {
  return `(case ${sums
    .map((one) => `when ${sums.map((other) => `${one} >= ${other}`).join(" and ")} then ${one}`)
    .join(" ")} end)`;
}

/** What such parts of one award come to, or of each of many: the most that stands above in all, or in a stream. */
function greatestAbove(parts: RawBuilder<unknown>, isByAward = false): RawBuilder<number> {
  const total = (column: string, ...sums: string[]) =>
    `sum(case when financial_year is null then ${column} else ${greatest(...sums, "0")} end) as ${column}`;
  const [award, byAward] = isByAward ? ["award_id, ", "group by award_id"] : ["", ""];
  return sql`select ${sql.raw(award)}${sql.raw(greatest("whole", "revenue", "capital"))} as above from (
    select ${sql.raw(award)}${sql.raw(
      [
        total("whole", "whole", "revenue", "capital"),
        total("revenue", "revenue"),
        total("capital", "capital"),
      ].join(", "),
    )} from (${partsByYear(parts, award)}) as years ${sql.raw(byAward)}) as sums`;
}

/**
 * As the years of `repaymentDue`, of a query that has `award` and its `version`: year and above. What money of no year
 * covers is off the earliest first.
 */
function aboveOfYears(claims: CountedClaims): RawBuilder<unknown> {
  const all = sql`(${greatestAbove(partsOfAward(claims))})`;
  return sql`select year, case when so_far <= covered then 0 when so_far - covered < above then so_far - covered else above end as above
    from (
      select year, above, sum(above) over (order by year) as so_far,
        sum(above) over () - case when ${all} > 0 then ${all} else 0 end as covered
      from (select financial_year as year, ${sql.raw(greatest("whole", "revenue", "capital", "0"))} as above
        from (${partsByYear(partsOfAward(claims))}) as sums where financial_year is not null) as years) as covering
    where version.amount_pence is not null`;
}

/**
 * True where some year and stream was claimed above what the version gives just that, or what was claimed counts for another
 * year: nothing else can come to more in all, or in a stream. It is much quicker asked than by how much.
 */
function mayBeAbove({ claim, counts }: CountedClaims): RawBuilder<SqlBool> {
  return sql`(exists (select 1 from ${claim} join claim_line on claim_line.claim_id = claim.id
      where claim.award_id = award.id and ${counts} group by claim_line.financial_year, claim_line.stream
      having sum(claim_line.amount_pence) > (select coalesce(sum(given.amount_pence), 0) from allocation_line as given
        where given.version_id = version.id and given.financial_year = claim_line.financial_year
          and coalesce(given.stream, '') = coalesce(claim_line.stream, '')))
    or exists (select 1 from ${claim} join claim_carried on claim_carried.claim_id = claim.id
      where claim.award_id = award.id))`;
}

/**
 * The condition under which money of an award was to go back to its funder on a day, for the same queries: as `dueBack` says
 * it of one award.
 */
export function owesFunder(day: IsoDay, position: number | null = null): RawBuilder<SqlBool> {
  const claims = { claim: asKnown("claim", position), counts: submittedBy(day, position) };
  const repaid = sql`(select coalesce(sum(repayment.amount_pence), 0)
      from ${asKnown("repayment", position)}
      where repayment.award_id = award.id and repayment.repaid_on <= ${day})`;
  // Only where spend of a year that is over is recorded is anything known not to be spent.
  const { from: began } = daysOfFinancialYear(financialYearOf(day));
  const isSpentBefore = sql`(exists (select 1 from spend where spend.award_id = award.id and spend.period_to < ${began})
      or exists (select 1 from onward_grant join onward_payment on onward_payment.onward_grant_id = onward_grant.id
        where onward_grant.award_id = award.id and onward_payment.happened_on < ${began}))`;
  const unspent = unspentByYear(day, position);
  // Where all of every year was spent, no more is due than was claimed too much.
  return sql`(exists (select 1 from ${claims.claim} where claim.award_id = award.id and ${claims.counts})
    and ((version.amount_pence is not null and ${mayBeAbove(claims)} and ${overclaimedOf(claims)} > ${repaid})
      or (${isSpentBefore} and exists (select 1 from (${unspent}) as held where held.unspent > 0)
        and (select sum(${sql.raw(greatest("above", "unspent"))}) from (
          select year, sum(above) as above, sum(unspent) as unspent from (
            select year, above, 0 as unspent from (${aboveOfYears(claims)}) as cut
            union all
            select year, 0, unspent from (${unspent}) as held) as parts group by year) as years) > ${repaid})))`;
}
