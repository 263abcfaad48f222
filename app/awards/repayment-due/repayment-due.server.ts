import { type RawBuilder, type SqlBool, sql } from "kysely";
import { asKnown } from "#app/audit/index.server.ts";
import type { IsoDay } from "#app/core/calendar-date.ts";
import type { FinancialYear } from "#app/core/financial-year.ts";
import { isRecordedBy } from "#app/platform/dates-in-queries.server.ts";
import { keepQuery } from "#db/kept-queries.ts";
import type { Reader, Writer } from "#db/open.server.ts";
import { inForceOn } from "../ledger/in-force.server.ts";
import type { ClaimedLine } from "../moved/carried-claims.rules.ts";
import { sentLines } from "../moved/carry-claims.server.ts";
import { countedClaimLines } from "../moved/counted-claim-lines.server.ts";
import { type RepaymentDue, repaymentDue, type Share, STATUSES_NOT_CLAIMED } from "./repayment-due.rules.ts";
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

/** What each of these awards owes its funder; none of those whose amount is not recorded. Call with awards in scope. */
export async function repaymentsDue(
  reader: Reader | Writer,
  awardIds: readonly number[],
  today: IsoDay,
): Promise<Map<number, RepaymentDue>> {
  const ids = [0, ...awardIds];
  const { rows: claimed } = await sql<Share & { awardId: number }>`
    select award_id as "awardId", financial_year as "financialYear", stream, amount_pence as "amountPence"
    from ${countedClaimLines(awardIds, today)} as line where status not in (${sql.join(STATUSES_NOT_CLAIMED)})`.execute(
    reader,
  );
  if (claimed.length === 0) return new Map();
  const given = await givenShares(reader, { awardIds: ids, today });
  const repaid = await repaidSums(reader, ids);
  return new Map(
    [...new Set(given.map(({ awardId }) => awardId))].map((id) => {
      const own = <Row extends { awardId: number }>(rows: readonly Row[]) =>
        rows.filter(({ awardId }) => awardId === id);
      const lines: Share[] = own(given).map((line) => ({ ...line, amountPence: line.amountPence ?? 0 }));
      const back = repaid.find(({ award_id }) => award_id === id)?.pence ?? 0;
      return [id, repaymentDue(lines, own(claimed), back)];
    }),
  );
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

/**
 * Claims that had been submitted by the end of a day, as is known at a position, by default now; of one that only a document
 * tells of, by when it was recorded.
 */
export function submittedBy(day: IsoDay, position: number | null = null): RawBuilder<SqlBool> {
  return sql<SqlBool>`((claim.status not in (${sql.join(STATUSES_NOT_CLAIMED)}) or exists (select 1
      from ${asKnown("claim_event", position)} where claim_event.claim_id = claim.id and claim_event.action = 'withdraw'
        and claim.submitted_on is not null and claim_event.happened_on > ${day}))
    and (claim.submitted_on <= ${day}
      or (claim.submitted_on is null and ${isRecordedBy(sql`claim.recorded_at`, day)})))`;
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
export function overclaimedOf({ claim, counts }: CountedClaims, year?: FinancialYear): RawBuilder<number> {
  const ofYear = year === undefined ? sql`1 = 1` : sql`financial_year = ${year}`;
  return sql`(${greatestAbove(sql`
    select ${partsOf("claim_line")} from ${claim} join claim_line on claim_line.claim_id = claim.id
    where claim.award_id = award.id and ${counts} and ${ofYear}
    union all
    select ${partsOf("claim_carried")} from ${claim} join claim_carried on claim_carried.claim_id = claim.id and ${COUNTS_BY_VERSION}
    where claim.award_id = award.id and ${counts} and ${ofYear}
    union all
    select ${partsOf("allocation_line", "-")} from allocation_line where allocation_line.version_id = version.id and ${ofYear}`)})`;
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

/** What such parts of one award come to, or of each of many: the most that stands above in all, or in a stream. */
function greatestAbove(parts: RawBuilder<unknown>, isByAward = false): RawBuilder<number> {
  const greatest = (...sums: string[]) =>
    `(case ${sums
      .map((one) => `when ${sums.map((other) => `${one} >= ${other}`).join(" and ")} then ${one}`)
      .join(" ")} end)`;
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
    )} from (
      select ${sql.raw(award)}financial_year, sum(whole) as whole, sum(revenue) as revenue, sum(capital) as capital
      from (${parts}) as parts group by ${sql.raw(award)}financial_year) as years ${sql.raw(byAward)}) as sums`;
}

/** The condition under which money of an award was to go back to its funder on a day, for the same queries. */
export function owesFunder(day: IsoDay, position: number | null = null): RawBuilder<SqlBool> {
  const claim = asKnown("claim", position);
  const counts = submittedBy(day, position);
  return sql`(version.amount_pence is not null
    and exists (select 1 from ${claim} where claim.award_id = award.id and ${counts})
    and ${overclaimedOf({ claim, counts })} > (select coalesce(sum(repayment.amount_pence), 0)
      from ${asKnown("repayment", position)}
      where repayment.award_id = award.id and repayment.repaid_on <= ${day}))`;
}
