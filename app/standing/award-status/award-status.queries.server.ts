import { type RawBuilder, type SqlBool, sql } from "kysely";
import {
  awardInScope,
  COUNTS_BY_VERSION,
  claimsDueThen,
  inForceAt,
  openConditionsThen,
  openReturnsThen,
  overclaimedByAward,
  statusOn,
  statusThen,
} from "#app/awards/index.server.ts";
import { claimsThen } from "#app/claims/index.server.ts";
import { NOT_CLAIMED } from "#app/claims/index.ts";
import { financialYearOf } from "#app/core/financial-year.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { momentOf, moneyOfAwards, type ReportMoment, reachOf } from "#app/reports/index.server.ts";
import {
  AWARD_STATUS_COLUMNS,
  type AwardStatusQuery,
  type AwardStatusRow,
  type AwardStatusSums,
} from "./award-status.ts";

const PER_PAGE = 50;

/**
 * The columns of the report "Award status", one row for each award that is in force and not closed, the newest first: as it
 * stood at a moment. @throws NotFoundError for a partnership outside the scope, as for one that does not exist.
 */
export async function awardStatusRows(context: Context, asked: AwardStatusQuery) {
  const table = await awardStatusTable(context, asked);
  const columns = AWARD_STATUS_COLUMNS.map(({ key }) => sql.ref(key));
  return sql<
    Omit<AwardStatusRow, "id">
  >`select ${sql.join(columns)} from (${table}) as report order by id desc`;
}

/** A page of the report: the awards older than `beforeId`. */
export async function listAwardStatus(
  context: Context,
  asked: AwardStatusQuery,
  beforeId: number | null,
): Promise<{ rows: AwardStatusRow[]; olderThan: number | null }> {
  const { listed } = await awardsOfReport(context, asked);
  const { rows: found } = await sql<{ id: number }>`select id from (${listed}) as listed
    where status <> 'closed' ${beforeId === null ? sql`` : sql`and id < ${beforeId}`}
    order by id desc limit ${PER_PAGE + 1}`.execute(context.db.read);
  const ids = found.map(({ id }) => id);
  const table = await awardStatusTable(context, asked, ids);
  const { rows } = await sql<AwardStatusRow>`${table} order by facts.id desc`.execute(context.db.read);
  const page = rows.slice(0, PER_PAGE);
  return { rows: page, olderThan: rows.length > PER_PAGE ? (page.at(-1)?.id ?? null) : null };
}

/** What the whole report comes to. */
export async function sumAwardStatus(context: Context, asked: AwardStatusQuery): Promise<AwardStatusSums> {
  const table = await awardStatusTable(context, asked);
  const { voided, moment } = await awardsOfReport(context, asked);
  const sum = (key: keyof AwardStatusRow) =>
    sql`cast(coalesce(sum(${sql.ref(key)}), 0) as bigint) as ${sql.ref(key)}`;
  const { rows } = await sql<Omit<AwardStatusSums, "ofVoid">>`
    select cast(count(*) as bigint) as awards, cast(count(*) - count(awarded) as bigint) as "notRecorded",
      ${sql.join([sum("awarded"), sum("left"), sum("prepared"), sum("atRisk"), sum("toSend")])},
      ${sql.join([sum("toBePaid"), sum("awaited"), sum("claimsNotRecorded")])},
      ${sql.join([sum("conditionsOpen"), sum("conditionsLate"), sum("returnsLate")])},
      ${sql.join([sum("claimsDue"), sum("claimsLate")])}
    from (${table}) as report`.execute(context.db.aside);
  const [sums] = rows;
  if (!sums) throw new Error("A sum has a row");
  return { ...sums, ofVoid: await moneyOfAwards(context, voided, moment) };
}

/** Every award of the report with its number, the newest first. */
export async function allAwardStatus(context: Context, asked: AwardStatusQuery): Promise<AwardStatusRow[]> {
  const table = await awardStatusTable(context, asked);
  const { rows } = await sql<AwardStatusRow>`${table} order by facts.id desc`.execute(context.db.aside);
  return rows;
}

/**
 * A query of every award that is in force at the moment, closed ones too: id, version_id, status; and one of the ids of those
 * that are void. @param ids these alone.
 */
async function awardsOfReport(
  context: Context,
  asked: AwardStatusQuery,
  ids: readonly number[] | null = null,
) {
  requirePermission(context, "register.read");
  const { partnershipId } = asked;
  if (partnershipId !== null) await reachOf(context, [partnershipId]);
  const moment = await momentOf(context, asked);
  const then = standingAt(context, moment);
  const own = sql`award_partnership as share where share.award_id = award.id`;
  const ofReport = sql`from award
    inner join award_version as version on version.id = ${inForceAt(moment, sql<number>`award.id`)}
    where ${awardInScope(context.scope)} ${ids === null ? sql`` : sql`and award.id in (${sql.join([0, ...ids])})`}
      and ${partnershipId === null ? sql`1 = 1` : sql`exists (select 1 from ${own} and share.partnership_id = ${partnershipId})`}`;
  const listed = sql`select award.id, version.id as version_id, ${then.status} as status ${ofReport}`;
  const voided = sql`select award.id ${ofReport} and version.kind = 'void'`;
  return { day: moment.asAt, moment, then, listed, voided };
}

/**
 * Every column of every award of the report, in no order. What is known of claims is put together once, for all of them.
 * @param ids of these awards alone
 */
async function awardStatusTable(
  context: Context,
  asked: AwardStatusQuery,
  ids: readonly number[] | null = null,
): Promise<RawBuilder<unknown>> {
  const { day, then, listed } = await awardsOfReport(context, asked, ids);
  const year = financialYearOf(day);
  const lines = sql`from allocation_line as line where line.version_id = version.id and line.financial_year = ${year}`;
  // What is not yet apportioned to a year may be for this one: that is not £0.
  const openYear = sql`exists (select 1 from allocation_line as line where line.version_id = version.id
    and line.financial_year is null)`;
  const isSent = sql<SqlBool>`claim.status not in (${sql.join(NOT_CLAIMED)})`;
  const isToSend = sql`claim.status in ('draft', 'signed')`;
  const isToBePaid = sql`claim.status in ('submitted', 'queried', 'part_paid')`;
  const count = (which: RawBuilder<unknown>) => sql`cast(count(case when ${which} then 1 end) as bigint)`;
  // Nothing claimed is £0; claims of which none has its amount recorded are not.
  const inClaims = (amount: RawBuilder<unknown>, which: RawBuilder<unknown>) => sql`case
    when ${count(which)} > 0 and count(case when ${which} then ${amount} end) = 0 then null
    else cast(coalesce(sum(case when ${which} then ${amount} end), 0) as bigint) end`;
  const came = sql`case when claim.claimed_pence is null and claim.received_pence = 0 then null
    else claim.received_pence end`;
  // An award without claims has no sums: nothing was claimed.
  const sums = (...names: string[]) =>
    sql.join(
      names.map(
        (name) =>
          sql`case when sums.award_id is null then 0 else ${sql.ref(`sums.${name}`)} end as ${sql.ref(name)}`,
      ),
    );
  const counted = { claim: sql`claim_then as claim`, counts: isSent };
  // Claimed above what a cut has left of a year or stream: it holds back nothing of another.
  const atLeastNothing = (column: string) =>
    sql.raw(`(case when facts.${column} > 0 then facts.${column} else 0 end)`);
  const [above, aboveInYear] = [atLeastNothing("above"), atLeastNothing("above_in_year")];
  return sql`
    with listed as materialized (${listed}),
      given as materialized (select listed.id as award_id, listed.version_id from listed where listed.status <> 'closed'),
      claim_then as materialized (select claim.id, claim.award_id, claim.claimed_pence, claim.received_pence, claim.status
        from ${then.claim} ${ids === null ? sql`` : sql`where claim.award_id in (${sql.join([0, ...ids])})`}),
      sums as materialized (select claim.award_id,
          ${inClaims(sql`claim.claimed_pence`, isSent)} as claimed,
          ${inClaims(sql`claim.claimed_pence`, isToSend)} as prepared,
          ${inClaims(came, isSent)} as received,
          ${count(sql`${isSent} and claim.claimed_pence is null`)} as not_known,
          ${count(isToSend)} as to_send, ${count(isToBePaid)} as to_be_paid,
          ${inClaims(sql`claim.claimed_pence - claim.received_pence`, isToBePaid)} as awaited
        from claim_then as claim group by claim.award_id),
      of_year as materialized (select award_id, cast(sum(amount_pence) as bigint) as pence from (
          select claim.award_id, claim_line.amount_pence
          from claim_then as claim join claim_line on claim_line.claim_id = claim.id
          where claim_line.financial_year = ${year} and ${isSent}
          union all
          select claim.award_id, claim_carried.amount_pence from claim_then as claim
          join given on given.award_id = claim.award_id join award_version as version on version.id = given.version_id
          join claim_carried on claim_carried.claim_id = claim.id and ${COUNTS_BY_VERSION}
          where claim_carried.financial_year = ${year} and ${isSent}) as line group by award_id),
      above as materialized (${overclaimedByAward(counted, sql`given`)}),
      above_in_year as materialized (${overclaimedByAward(counted, sql`given`, year)})
    select facts.id, facts.reference, facts.title, facts.lead, facts.status, facts.awarded, facts.basis, facts.claimed,
      facts.prepared, facts.not_known as "claimsNotRecorded", facts.received, case when facts.not_known > 0 then null when facts.awarded - facts.claimed + ${above} < 0 then 0
        else cast(facts.awarded - facts.claimed + ${above} as bigint) end as "left",
      facts.given, facts.of_year as "ofYear",
      case when facts.of_year > facts.given + ${aboveInYear} then 0
        else cast(facts.given - facts.of_year + ${aboveInYear} as bigint) end as "atRisk",
      facts.to_send as "toSend", facts.to_be_paid as "toBePaid", facts.awaited,
      facts.conditions_open as "conditionsOpen", facts.conditions_late as "conditionsLate",
      facts.returns_open as "returnsOpen", facts.returns_late as "returnsLate",
      facts.claims_due as "claimsDue", facts.claims_late as "claimsLate",
      case when facts.next_claim is not null and facts.next_claim < coalesce(facts.next_return, '9999')
          and facts.next_claim < coalesce(facts.next_condition, '9999') then facts.next_claim
        when facts.next_return is null or facts.next_condition < facts.next_return
        then facts.next_condition else facts.next_return end as "nextDue"
    from (
      select award.id, award.reference, award.title, listed.status,
        (select partnership.name from award_partnership as share join partnership on partnership.id = share.partnership_id
          where share.award_id = award.id and share.part = 'lead') as lead,
        version.amount_pence as awarded, version.amount_basis as basis,
        ${sums("claimed", "prepared", "received", "not_known", "to_send", "to_be_paid", "awaited")},
        above.above, above_in_year.above as above_in_year, coalesce(of_year.pence, 0) as of_year,
        (select case when count(*) > count(line.amount_pence) or (count(*) = 0 and ${openYear}) then null
          else cast(coalesce(sum(line.amount_pence), 0) as bigint) end ${lines}) as given,
        (select cast(count(*) as bigint) ${then.openConditions}) as conditions_open,
        (select cast(count(*) as bigint) ${then.openConditions} and award_condition.due_on < ${day}
          and award_condition.due_on not in (${day.slice(0, 7)}, ${day.slice(0, 4)})) as conditions_late,
        (select min(award_condition.due_on) ${then.openConditions}) as next_condition,
        (select cast(count(*) as bigint) ${then.openReturns}) as returns_open,
        (select cast(count(*) as bigint) ${then.openReturns} and award_return.due_on < ${day}) as returns_late,
        (select min(award_return.due_on) ${then.openReturns}) as next_return,
        (select cast(count(*) as bigint) ${then.claimsDue}) as claims_due,
        (select cast(count(*) as bigint) ${then.claimsDue} and claim_due.due_on < ${day}) as claims_late,
        (select min(claim_due.due_on) ${then.claimsDue}) as next_claim
      from listed inner join award on award.id = listed.id
        inner join award_version as version on version.id = listed.version_id
        left join sums on sums.award_id = listed.id left join of_year on of_year.award_id = listed.id
        left join above on above.award_id = listed.id left join above_in_year on above_in_year.award_id = listed.id
      where listed.status <> 'closed') as facts`;
}

/** What of an award stands beside its version: as it is today and now, or as it was, or was known, at an earlier moment. */
function standingAt({ today }: Context, { asAt, knownTo }: ReportMoment) {
  if (asAt >= today && knownTo === null) {
    return { claim: sql`claim`, status: statusOn(asAt), openConditions, openReturns, claimsDue };
  }
  return {
    claim: sql`(${claimsThen(asAt, knownTo)}) as claim`,
    status: statusThen(asAt, knownTo),
    openConditions: openConditionsThen(asAt, knownTo),
    openReturns: openReturnsThen(asAt, knownTo),
    claimsDue: claimsDueThen(asAt, knownTo),
  };
}

const claimsDue = sql`from claim_due where claim_due.award_id = award.id and claim_due.claim_id is null`;
/** Both are found in the index of what is open. */
const openConditions = sql`from award_condition where award_condition.award_id = award.id
  and award_condition.met_on is null and award_condition.waived_because is null`;
const openReturns = sql`from award_return where award_return.award_id = award.id
  and award_return.submitted_on is null and award_return.waived_because is null`;
