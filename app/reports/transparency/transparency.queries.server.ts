import { type Expression, type RawBuilder, type SqlBool, sql } from "kysely";
import { asKnown, rowsKnown } from "#app/audit/index.server.ts";
import { awardInScope, awardsMatchingAt } from "#app/awards/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { AwardTermsKnownTable, OnwardGrantKnownTable } from "#db/tables/known.ts";
import { momentOf } from "../moment.server.ts";
import { reachOf } from "../reach.server.ts";
import {
  COMMISSIONER_WORDS,
  daysAsked,
  type ListColumn,
  listTotalWords,
  moneyColumns,
  type TransparencyQuery,
} from "./transparency.ts";

/**
 * The onward grants of the awards in scope, by the columns of the list that is published, the newest first. Cancelled
 * grants of which nothing was paid are none of them. They stand as at a day, as they were known on a day. @throws NotFoundError for a partnership that is not theirs.
 */
export async function grantsMade(context: Context, asked: TransparencyQuery) {
  await reachOf(context, asked.partnershipId === null ? null : [asked.partnershipId]);
  const { asAt, knownTo } = await momentOf(context, asked);
  const moved = (kind: "paid" | "returned") => sql<number>`(
    select cast(coalesce(sum(entry.amount_pence), 0) as bigint) from ${asKnown("onward_payment", knownTo, "entry")}
    where entry.onward_grant_id = made.id and entry.kind = ${kind} and entry.happened_on <= ${asAt})`;
  const cancelled = sql.ref("made.cancelled_on");
  let query = context.db.read
    .selectFrom(rowsKnown<OnwardGrantKnownTable>("onward_grant", knownTo).as("made"))
    .innerJoin("award", "award.id", "made.award_id")
    .leftJoin("organisation as body", "body.id", "award.accountable_body_id")
    .where(awardInScope(context.scope))
    .where(sql<SqlBool>`(${cancelled} is null or ${cancelled} > ${asAt} or ${moved("paid")} > 0)`)
    .select(["made.agreed_on", "made.runs_from", "made.runs_to", "body.name as authority"])
    .select([partnershipsOfAward.as("department"), "made.recipient", "made.charity_number"])
    .select(["made.company_number", "made.purpose", "made.amount_pence"])
    .select([moved("paid").as("paid_pence"), moved("returned").as("returned_pence")])
    .select("award.reference as award_reference")
    .orderBy(dayOf("made.agreed_on"), "desc")
    .orderBy("made.id", "desc");
  if (asked.partnershipId !== null) query = query.where(isOfPartnership(asked.partnershipId));
  if (asAt < context.today) {
    query = query.where(sql<SqlBool>`${dayOf("made.agreed_on")} <= cast(${asAt} as text)`);
  }
  const days = daysAsked(asked);
  return days === null ? query : query.where(isBetween("made.agreed_on", days));
}

/**
 * The awards in scope that a police and crime commissioner made, as they stand at a moment, by the columns of the list that is
 * published, the one recorded last first. @throws NotFoundError for a partnership that is not theirs.
 */
export async function commissionersAwards(context: Context, asked: TransparencyQuery) {
  const { partnershipId } = asked;
  await reachOf(context, partnershipId === null ? null : [partnershipId]);
  const moment = await momentOf(context, asked);
  const all = { search: null, partnershipId, open: null, beforeId: null, afterId: null };
  const query = awardsMatchingAt(context, all, moment)
    .innerJoin("funder", "funder.id", "version.funder_id")
    .leftJoin("fund", "fund.id", "version.fund_id")
    .leftJoin("organisation as body", "body.id", "award.accountable_body_id")
    .leftJoin(rowsKnown<AwardTermsKnownTable>("award_terms", moment.knownTo).as("terms"), (join) =>
      join.onRef("terms.award_id", "=", "award.id"),
    )
    .where("version.kind", "<>", "void")
    .where((e) =>
      e.or(
        COMMISSIONER_WORDS.map((words) => e(e.fn<string>("lower", ["funder.name"]), "like", `%${words}%`)),
      ),
    )
    .select([decided.as("decided"), "funder.name as funder", "fund.name as fund"])
    .select((e) => [
      e.fn.coalesce("body.name", "award.recipient", partnershipsOfAward).as("recipient"),
      e.fn.coalesce("award.purpose", "award.title").as("purpose"),
    ])
    .select([conditionsKnown(moment.knownTo).as("conditions"), reasons.as("reasons"), "terms.decision_url"])
    .select(["version.amount_pence", "award.reference"])
    .orderBy("award.id", "desc");
  const days = daysAsked(asked);
  return days === null
    ? query
    : query.where(sql<SqlBool>`${decided} between cast(${days.from} as text) and cast(${days.to} as text)`);
}

/** What all rows of a list come to, in words. @param list one of the above */
export async function totalWordsOf(
  { db }: Context,
  list: Expression<unknown>,
  columns: readonly ListColumn[],
): Promise<string> {
  const money = moneyColumns(columns);
  const sums = money.map(
    ({ key }) => sql`cast(coalesce(sum(${sql.ref(key)}), 0) as bigint) as ${sql.ref(key)}`,
  );
  const { rows } = await sql<Record<string, number> & { count: number; not_recorded: number }>`
    select cast(count(*) as bigint) as count, cast(count(*) - count(amount_pence) as bigint) as not_recorded,
      ${sql.join(sums)} from (${list}) as list`.execute(db.aside);
  const { count = 0, not_recorded: notRecorded = 0, ...pence } = rows[0] ?? {};
  return listTotalWords(columns, { count, notRecorded, pence });
}

const partnershipsOfAward = sql<string | null>`(
  select string_agg(partnership.name, ', ' order by share.part, partnership.name) from award_partnership as share
  join partnership on partnership.id = share.partnership_id where share.award_id = award.id)`;

function isOfPartnership(id: number) {
  return sql<SqlBool>`exists (select 1 from award_partnership as share
    where share.award_id = award.id and share.partnership_id = ${id})`;
}

/** A day within a partial date, so that it can be put in order and into its financial year. */
function dayOf(column: string): RawBuilder<string> {
  const date = sql.ref(column);
  return sql`case when ${date} is null then '' when ${date} like 'FY%' then substr(${date}, 3, 4) || '-04-01'
    when length(${date}) = 4 then ${date} || '-12-31' when length(${date}) = 7 then ${date} || '-15' else ${date} end`;
}

function isBetween(column: string, { from, to }: { from: string; to: string }) {
  return sql<SqlBool>`${dayOf(column)} between cast(${from} as text) and cast(${to} as text)`;
}

/** The day from which the award first counted; its decision where that is known to the day. */
const decided = sql<string>`(
  select case when length(first.decided_on) = 10 then first.decided_on else first.effective_on end
  from award_version as first where first.award_id = award.id and first.sealed_at is not null
  order by first.number limit 1)`;

const reasons = sql<string | null>`(
  select first.reason || coalesce(' (' || first.decision_reference || ')', '')
  from award_version as first where first.award_id = award.id and first.sealed_at is not null
  order by first.number limit 1)`;

/** The terms, and the conditions in the order in which they are due, those without a date last; waived ones say so. */
function conditionsKnown(position: number | null) {
  const recorded = sql<string | null>`(
    select string_agg(asked.text || case when asked.waived_because is null then '' else ' (waived)' end, '; '
      order by coalesce(asked.due_on, '9999'), asked.id)
    from ${asKnown("award_condition", position, "asked")} where asked.award_id = award.id)`;
  return sql<string | null>`nullif(trim(
    case when terms.no_transfer = 1 then 'Money of one financial year may not be spent in another. ' else '' end
    || case when terms.capital_only = 1 then 'For capital only. ' else '' end
    || coalesce('Match funding of ' || ${percentage(sql`terms.match_basis_points`)} || ' of the award. ', '')
    || coalesce(${recorded}, '')), '')`;
}

/** Basis points as `formatPercentage` writes them: 1250 is "12.5%". */
function percentage(points: RawBuilder<unknown>): RawBuilder<string | null> {
  const digit = (at: number) => sql`cast((${points} / ${sql.lit(at)}) % 10 as text)`;
  return sql`(cast(${points} / 100 as text)
    || case when ${points} % 100 = 0 then '' else '.' || ${digit(10)} end
    || case when ${points} % 10 = 0 then '' else ${digit(1)} end || '%')`;
}
