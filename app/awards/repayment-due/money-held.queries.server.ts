import { type RawBuilder, type SqlBool, sql } from "kysely";
import { asKnown } from "#app/audit/index.server.ts";
import type { IsoDay } from "#app/core/calendar-date.ts";
import { type FinancialYear, financialYearOf } from "#app/core/financial-year.ts";
import { isLater, yearOfDay } from "#app/platform/dates-in-queries.server.ts";
import type { Reader, Writer } from "#db/open.server.ts";
import type { YearsAndPence } from "../moved/carry-over.rules.ts";
import { type CashOfYear, lastClosedYear, MOST_IN_A_ROW, type MoneyHeld } from "./due-back.rules.ts";
import { submittedBy } from "./submitted-by.server.ts";

/** Of which awards, at the end of which day, as is known at a position in the audit log; null is now. */
type Held = {
  of: (awardId: RawBuilder<unknown>) => RawBuilder<SqlBool>;
  day: IsoDay;
  position: number | null;
};

/** Payments in advance and in arrears: what is paid by results was earned and need not be spent in its year. */
const NOT_BY_RESULTS = sql`own.payment <> 'results'`;

/** What of claims counts by the end of a day for another year. */
function carriedThen({ day, position }: Held): RawBuilder<unknown> {
  const known = position === null ? sql`` : sql`and claim_carried.seq <= ${position}`;
  return sql`claim_carried.effective_on <= ${day} ${known}`;
}

/**
 * What came for claims by year: award_id, claim_id, year, came and received, which is all that came for the claim. A payment in
 * part of a claim for several years counts for one of them only as far as it can be of no other.
 */
function cameByClaim(held: Held): RawBuilder<unknown> {
  const { of, day, position } = held;
  const claim = sql`${asKnown("claim", position)} join claim as own on own.id = claim.id and ${NOT_BY_RESULTS}`;
  const which = sql`${of(sql`claim.award_id`)} and ${submittedBy(day, position)}`;
  return sql`
    select award_id, claim_id, year, received, case when years = 1 then received when received >= asked then pence
      when received > asked - pence then received - (asked - pence) else 0 end as came
    from (
      select award_id, claim_id, year, pence, sum(pence) over (partition by claim_id) as asked,
        count(*) over (partition by claim_id) as years,
        (select cast(coalesce(sum(came.amount_pence), 0) as bigint) from ${asKnown("claim_receipt", position, "came")}
          where came.claim_id = lines.claim_id and came.received_on <= ${day}) as received
      from (
        select award_id, claim_id, year, cast(sum(pence) as bigint) as pence from (
          select claim.award_id, claim.id as claim_id, line.financial_year as year, line.amount_pence as pence
          from ${claim} join claim_line as line on line.claim_id = claim.id where ${which}
          union all
          select claim.award_id, claim.id, claim_carried.financial_year, claim_carried.amount_pence
          from ${claim} join claim_carried on claim_carried.claim_id = claim.id and ${carriedThen(held)} where ${which}
        ) as counted group by award_id, claim_id, year having sum(pence) > 0) as lines) as claims`;
}

/**
 * The parts of what came and was spent: award_id, year, came, spent, is_spent and recorded_to; what other awards take of it is
 * off what came, of no year where they take it so.
 */
function cashParts(held: Held): RawBuilder<unknown> {
  const { of, day, position } = held;
  const known = position === null ? sql`` : sql`and posting.seq <= ${position}`;
  return sql`
    select award_id, year, came, 0 as spent, 0 as is_spent, '' as recorded_to from (${cameByClaim(held)}) as received
    union all
    select posting.award_id, posting.financial_year, -posting.passed_on_pence, 0, 0, '' from posting
    where ${of(sql`posting.award_id`)} and posting.passed_on_pence <> 0 and posting.effective_on <= ${day} ${known}
    union all
    select spend.award_id, spend.financial_year, 0, spend.amount_pence, 1, spend.period_to from ${asKnown("spend", position)}
    where ${of(sql`spend.award_id`)} and spend.period_to <= ${day}
    union all
    select onward.award_id, ${yearOfDay(sql`payment.happened_on`)},
      0, case when payment.kind = 'paid' then payment.amount_pence else -payment.amount_pence end, 1, ''
    from onward_grant as onward join ${asKnown("onward_payment", position, "payment")} on payment.onward_grant_id = onward.id
    where ${of(sql`onward.award_id`)} and payment.happened_on <= ${day}
    union all
    select own.award_id, ${yearOfDay(sql`own.period_to`)}, 0, 0, 0, own.period_to
    from ${asKnown("award_return", position, "sent")} join award_return as own on own.id = sent.id
    where ${of(sql`sent.award_id`)} and sent.submitted_on <= ${day}`;
}

/** By award and year: came, spent, is_spent (1 where any is recorded) and recorded_to. */
function cashByYear(held: Held): RawBuilder<unknown> {
  return sql`select award_id, year, cast(came + open_part as bigint) as came, cast(spent as bigint) as spent, is_spent, recorded_to
    from (
      select award_id, year, sum(came) as came, sum(spent) as spent, max(is_spent) as is_spent, max(recorded_to) as recorded_to,
        coalesce(sum(case when year is null then sum(came) end) over (partition by award_id), 0) as open_part
      from (${cashParts(held)}) as parts group by award_id, year) as years
    where year is not null`;
}

/** What of each approved carry-over no claim was carried by: award_id, from_year, to_year, pence. */
function approvedLeft(held: Held): RawBuilder<unknown> {
  const { of, day, position } = held;
  const approved = asKnown("carry_over", position);
  const byThen = sql`not ${isLater(sql`carry_over.approved_on`, day)}`;
  return sql`select award_id, from_year, to_year, cast(sum(pence) as bigint) as pence from (
      select award_id, from_year, to_year, amount_pence as pence from ${approved}
      where ${of(sql`carry_over.award_id`)} and ${byThen}
      union all
      select claim.award_id, claim_carried.other_year, claim_carried.financial_year, -claim_carried.amount_pence
      from ${asKnown("claim", position)} join claim_carried on claim_carried.claim_id = claim.id and ${carriedThen(held)}
      where ${of(sql`claim.award_id`)} and ${submittedBy(day, position)}
        and claim_carried.other_year < claim_carried.financial_year) as parts
    group by award_id, from_year, to_year having sum(pence) > 0`;
}

/** A query that has `award`: pence that came for each year that is over and were not spent, as `dueBack` says it: year, unspent. */
export function unspentByYear(day: IsoDay, position: number | null): RawBuilder<unknown> {
  const held: Held = { of: (awardId) => sql<SqlBool>`${awardId} = award.id`, day, position };
  const thisYear = financialYearOf(day);
  const isKnown = (table: string) => {
    const of = (column: string) => sql.ref(`${table}.${column}`);
    return sql`(${of("is_spent")} = 1 and ${of("year")} < ${thisYear} and (${of("year")} <= ${lastClosedYear(day)}
      or ${of("recorded_to")} >= cast(${of("year")} + 1 as text) || '-03-31'))`;
  };
  // What carry-overs keep of a year, as `carriedOutOf` says it: each time in a row is one query inside the other.
  const keptOf = (year: RawBuilder<unknown>, inARow: number): RawBuilder<unknown> => {
    if (inARow === 0) return sql`0`;
    const [carried, later] = [`carried_${inARow}`, `later_${inARow}`];
    const of = (table: string, column: string) => sql.ref(`${table}.${column}`);
    const onward = keptOf(of(carried, "to_year"), inARow - 1);
    return sql`coalesce((select sum(case when known = 0 then pence when above <= 0 then 0 when above < pence then above
        else pence end)
      from (select ${of(carried, "pence")} as pence, case when ${isKnown(later)} then 1 else 0 end as known,
          ${of(later, "spent")} + ${onward} - ${of(later, "came")} as above
        from approved as ${sql.ref(carried)} left join cash as ${sql.ref(later)} on ${of(later, "year")} = ${of(carried, "to_year")}
        where ${of(carried, "from_year")} = ${year}) as kept), 0)`;
  };
  return sql`
    with cash as (${cashByYear(held)}), approved as (${approvedLeft(held)})
    select cash.year, case when cash.came <= cash.spent then 0
      else cash.came - cash.spent - ${keptOf(sql`cash.year`, MOST_IN_A_ROW)} end as unspent
    from cash where ${isKnown("cash")}`;
}

/** What came for these awards and was spent of it, but for what was claimed too much and repaid. Call with awards in scope. */
export async function cashOfAwards(
  reader: Reader | Writer,
  awardIds: readonly number[],
  day: IsoDay,
): Promise<(awardId: number) => Omit<MoneyHeld, "above" | "repaidPence">> {
  const ids = sql.join([0, ...awardIds]);
  const held: Held = { of: (awardId) => sql<SqlBool>`${awardId} in (${ids})`, day, position: null };
  const { rows: years } =
    await sql<CashRow>`select award_id as "awardId", year as "financialYear", came as "receivedPence",
      case when is_spent = 1 then spent end as "spentPence", nullif(recorded_to, '') as "recordedTo"
    from (${cashByYear(held)}) as cash order by award_id, year`.execute(reader);
  const { rows: approved } = await sql<YearsAndPence & { awardId: number }>`
    select award_id as "awardId", from_year as "fromYear", to_year as "toYear", pence
    from (${approvedLeft(held)}) as approved order by award_id, from_year, to_year`.execute(reader);
  const { rows: received } = await sql<{ awardId: number; pence: number }>`
    select award_id as "awardId", cast(sum(pence) as bigint) as pence from (
      select own.award_id, own.received_pence as pence from claim as own
      where own.award_id in (${ids}) and ${NOT_BY_RESULTS} and own.status <> 'withdrawn'
      union all
      select award_id, -passed_on_pence from posting where award_id in (${ids}) and effective_on <= ${day}) as parts
    group by award_id`.execute(reader);
  return (id) => ({
    years: years.filter(({ awardId }) => awardId === id).map(({ awardId: _, ...year }) => year),
    approved: approved.filter(({ awardId }) => awardId === id),
    receivedPence: received.find(({ awardId }) => awardId === id)?.pence ?? 0,
  });
}

type CashRow = CashOfYear & { awardId: number; financialYear: FinancialYear };
