import { type RawBuilder, type SqlBool, sql } from "kysely";
import {
  awardInScope,
  COUNTS_BY_VERSION,
  hasStatus,
  inForceOn,
  overclaimedOf,
  owesFunder,
} from "#app/awards/index.server.ts";
import { forecastsOfYear, spentByAwardYear } from "#app/claims/index.server.ts";
import { NOT_CLAIMED } from "#app/claims/index.ts";
import type { IsoDay } from "#app/core/calendar-date.ts";
import { daysOfFinancialYear, type FinancialYear } from "#app/core/financial-year.ts";
import type { Context } from "#app/platform/context.server.ts";
import { passedOnOf } from "./passed-on.queries.server.ts";
import { askBy, type YearEndFigures } from "./year-end.rules.ts";
import { yearFiguresOf } from "./year-figures.queries.server.ts";

const AWARDS_PER_PAGE = 50;

export type AwardAtYearEnd = YearEndFigures & {
  id: number;
  reference: string;
  title: string;
  /** True where its terms forbid to move money to another year; false where nothing of that is recorded. */
  noTransfer: boolean;
  /** What of it other awards take: they claim it too. Pence. */
  passedOnPence: number;
  /** The last day on which another year can be asked for; null where that is not recorded. */
  askBy: IsoDay | null;
  /** Of the year, as recorded: spent, ordered or agreed and not paid yet, expected besides. Null where nothing is. */
  spentPence: number | null;
  committedPence: number | null;
  forecastPence: number | null;
};

/** All awards together that give money for a year. Pence; `unknown` awards give an amount that is not recorded. */
export type YearEndSums = {
  awards: number;
  givenPence: number;
  /** What of it comes out of money of the same year of other ones of them, which hold it too. */
  insidePence: number;
  claimedPence: number;
  leftPence: number;
  unknown: number;
};

/**
 * The awards in scope that give money for a financial year by the version in force today, or owe what was claimed of it
 * before it was cut to nothing, newest first, with what is claimed of it: 50 of them, those older than `beforeId` where it is given.
 */
export async function listMoneyEnding(
  context: Context,
  year: FinancialYear,
  beforeId: number | null = null,
  perPage = AWARDS_PER_PAGE,
): Promise<{ awards: AwardAtYearEnd[]; olderThan: number | null }> {
  let query = moneyEnding(context, year).limit(perPage + 1);
  if (beforeId !== null) query = query.where("award.id", "<", beforeId);
  const rows = await query.execute();
  const awards = await moneyEndingOf(context, year, rows.slice(0, perPage));
  return { awards, olderThan: rows.length > perPage ? (awards.at(-1)?.id ?? null) : null };
}

/** What is read of each award of the list before its figures are worked out. */
export type AwardOfYear = {
  id: number;
  reference: string;
  title: string;
  noTransfer: number | null;
  weeks: number | null;
};

/** The awards of the list, newest first. */
export function moneyEnding(context: Context, year: FinancialYear) {
  return openAwards(context, year)
    .where((e) => e.or([givesFor(year), e.and([wasClaimed(year), owesFunder(context.today)])]))
    .leftJoin("award_terms", "award_terms.award_id", "award.id")
    .select(["award.id", "award.reference", "award.title"])
    .select(["award_terms.no_transfer as noTransfer", "award_terms.variation_weeks as weeks"])
    .orderBy("award.id", "desc");
}

/** What is given, claimed, spent and left of each of these awards of the list, in its order. */
export async function moneyEndingOf(
  context: Context,
  year: FinancialYear,
  page: readonly AwardOfYear[],
): Promise<AwardAtYearEnd[]> {
  const ids = page.map(({ id }) => id);
  const figures = await yearFiguresOf(context, year, ids);
  const spent = (await spentByAwardYear(context, ids)).filter(({ financialYear }) => financialYear === year);
  const passedOn = await passedOnOf(context, year, ids);
  const forecasts = await forecastsOfYear(context, ids, year);
  const { to: endsOn } = daysOfFinancialYear(year);
  return page.flatMap(({ noTransfer, weeks, ...award }) => {
    const own = figures.get(award.id);
    if (!own) return [];
    const forecast = forecasts.find(({ awardId }) => awardId === award.id);
    return {
      ...award,
      noTransfer: noTransfer === 1,
      askBy: askBy(endsOn, weeks),
      passedOnPence: passedOn.get(award.id) ?? 0,
      spentPence: spent.find(({ awardId }) => awardId === award.id)?.pence ?? null,
      committedPence: forecast?.committedPence ?? null,
      forecastPence: forecast?.forecastPence ?? null,
      ...own,
    };
  });
}

/** What all of these awards give for the year, what is claimed of it and what is left of each that has some left. */
export async function sumMoneyEnding(context: Context, year: FinancialYear): Promise<YearEndSums> {
  const claims = { claim: sql`claim`, counts: sql<SqlBool>`claim.status not in (${sql.join(NOT_CLAIMED)})` };
  const outer = openAwards(context, year)
    .where(givesFor(year))
    .where(sql<SqlBool>`award.id = ${sql.ref("inner.inside_award_id")}`)
    .select("award.id");
  const awards = openAwards(context, year)
    .where(givesFor(year))
    .select(overclaimedOf(claims, year).as("above"))
    .select((e) => [
      e
        .selectFrom("allocation_line as given")
        .select((line) => line.fn.coalesce(line.fn.sum("given.amount_pence"), line.lit(0)).as("pence"))
        .whereRef("given.version_id", "=", "version.id")
        .where("given.financial_year", "=", year)
        .as("given"),
      e
        .selectFrom("allocation_line as inner")
        .select((line) => line.fn.coalesce(line.fn.sum("inner.amount_pence"), line.lit(0)).as("pence"))
        .whereRef("inner.version_id", "=", "version.id")
        .where("inner.financial_year", "=", year)
        .where("inner.inside_financial_year", "=", year)
        .where((line) => line.exists(outer))
        .as("inside"),
      "version.amount_basis as basis",
      sql<number>`(select coalesce(sum(line.amount_pence), 0) from (
        select claim_line.amount_pence from claim join claim_line on claim_line.claim_id = claim.id
        where claim.award_id = award.id and claim.status not in (${sql.join(NOT_CLAIMED)})
          and claim_line.financial_year = ${year}
        union all
        select claim_carried.amount_pence from claim
        join claim_carried on claim_carried.claim_id = claim.id and ${COUNTS_BY_VERSION}
        where claim.award_id = award.id and claim.status not in (${sql.join(NOT_CLAIMED)})
          and claim_carried.financial_year = ${year}) as line)`.as("claimed"),
    ]);
  const { rows } = await sql<YearEndSums>`
    select cast(count(*) as bigint) as awards, cast(coalesce(sum(given), 0) as bigint) as "givenPence",
      cast(coalesce(sum(inside), 0) as bigint) as "insidePence",
      cast(coalesce(sum(claimed), 0) as bigint) as "claimedPence",
      cast(coalesce(sum(given - claimed + above), 0) as bigint) as "leftPence",
      cast(coalesce(sum(case when basis = 'not_recorded' then 1 else 0 end), 0) as bigint) as unknown
    from ${awards} as awards`.execute(context.db.aside);
  return rows[0] ?? { awards: 0, givenPence: 0, insidePence: 0, claimedPence: 0, leftPence: 0, unknown: 0 };
}

/** Awards that are not closed and gave money for the year in any of their versions: found in an index. */
function openAwards({ db, scope, today }: Context, year: FinancialYear) {
  return db.read
    .selectFrom("award")
    .innerJoin("award_version as version", (join) =>
      join.on((e) => e("version.id", "=", inForceOn(today, e.ref("award.id")))),
    )
    .where(awardInScope(scope))
    .where((e) => e.not(hasStatus("closed", today)))
    .where(
      sql<SqlBool>`award.id in (select of_year.award_id from allocation_line as of_year where of_year.financial_year = ${year})`,
    );
}

/** The version in force gives money for the year. */
function givesFor(year: FinancialYear): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (select 1 from allocation_line as line where line.version_id = version.id
    and line.financial_year = ${year} and (line.amount_pence > 0 or line.amount_pence is null))`;
}

/** A claim of the year was submitted. */
function wasClaimed(year: FinancialYear): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (select 1 from claim inner join claim_line on claim_line.claim_id = claim.id
    where claim.award_id = award.id and claim_line.financial_year = ${year}
      and claim.status not in (${sql.join(NOT_CLAIMED)}))`;
}
