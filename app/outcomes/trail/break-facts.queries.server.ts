import { type RawBuilder, sql } from "kysely";
import { awardInScope, inForceOn, ownerIdOf } from "#app/awards/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { BreakKind } from "./trail.rules.ts";

/** How much money a break is about, and who sees to it; of what nobody owns, the partnership whose it is. */
export type BreakFacts = {
  /** Pence; null is not recorded, and where no money is involved. */
  pence: number | null;
  /** True of a project that no line names: there is no money, which is not £0. */
  isUnnamed?: boolean;
  isApproximate: boolean;
  /** A person, or a partnership; null where nobody is named. */
  owner: string | null;
};

type FactsOf = (context: Context, ids: readonly number[]) => Promise<(BreakFacts & { id: number })[]>;

/** The facts of a page of breaks, by the id of the record. Call with records in scope. */
export async function factsOfBreaks(
  context: Context,
  kind: BreakKind,
  ids: readonly number[],
): Promise<Map<number, BreakFacts>> {
  if (ids.length === 0) return new Map();
  const rows = await FACTS[kind](context, ids);
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}

const FACTS: Record<BreakKind, FactsOf> = {
  award: factsOfAwards,
  bid: factsOfBids,
  project: factsOfProjects,
  unpaid: factsOfProjects,
  measure: factsOfMeasures,
};

type Row = {
  id: number;
  pence: number | null;
  unknown: number;
  approximate: number;
  owner: string | null;
};

const asFacts = ({ id, pence, unknown, approximate, owner }: Row) => ({
  id,
  pence: unknown > 0 ? null : pence,
  isApproximate: approximate > 0,
  owner,
});

/** What names no project of an award, without what other awards take of it; and its owner. */
async function factsOfAwards({ db, today, scope }: Context, ids: readonly number[]) {
  const { rows } = await sql<Row>`
    select award.id, (${sumOf(sql`line.amount_pence`)}) - (select cast(coalesce(sum(posting.passed_on_pence), 0) as bigint)
        from posting where posting.award_id = award.id and posting.project_id is null
          and posting.effective_on <= ${today}) as pence,
      (${sumOf(sql`case when line.amount_pence is null then 1 else 0 end`)}) as unknown,
      case when version.amount_basis = 'approximate' then 1 else 0 end as approximate, person.name as owner
    from award inner join award_version as version on version.id = ${inForceOn(today, sql.ref<number>("award.id"))}
      left join person on person.id = ${ownerIdOf(scope)}
    where award.id in (${sql.join(ids)})`.execute(db.read);
  return rows.map(asFacts);
}

function sumOf(what: RawBuilder<unknown>) {
  return sql`select cast(coalesce(sum(${what}), 0) as bigint) from allocation_line as line
    where line.version_id = version.id and line.project_id is null`;
}

/** What a bid asked for, and its owner. */
async function factsOfBids({ db }: Context, ids: readonly number[]) {
  const { rows } = await sql<Row>`
    select bid.id, bid.requested_pence as pence, 0 as unknown,
      case when bid.requested_basis = 'approximate' then 1 else 0 end as approximate, person.name as owner
    from bid left join bid_team on bid_team.bid_id = bid.id and bid_team.part = 'owner'
      left join person on person.id = bid_team.person_id
    where bid.id in (${sql.join(ids)})`.execute(db.read);
  return rows.map(asFacts);
}

/** The money in force today that names a project, each pound once; and its partnership. */
async function factsOfProjects({ db, today, scope }: Context, ids: readonly number[]) {
  const { rows } = await sql<Row & { lines: number }>`
    select project.id, cast(coalesce(sum(money.lines), 0) as bigint) as lines,
      cast(coalesce(sum(money.pence), 0) as bigint) as pence,
      cast(coalesce(sum(money.unknown), 0) as bigint) as unknown,
      cast(coalesce(sum(money.approximate), 0) as bigint) as approximate, partnership.name as owner
    from project inner join partnership on partnership.id = project.partnership_id
      left join (select line.project_id, line.amount_pence as pence,
          case when line.amount_pence is null then 1 else 0 end as unknown,
          case when version.amount_basis = 'approximate' then 1 else 0 end as approximate, 1 as lines
        from allocation_line as line inner join award on award.id = line.award_id
          inner join award_version as version on version.id = line.version_id
        where line.project_id in (${sql.join(ids)}) and ${awardInScope(scope)}
          and line.version_id = ${inForceOn(today, sql.ref<number>("award.id"))}
        union all select posting.project_id, -posting.passed_on_pence, 0, 0, 0
        from posting inner join award on award.id = posting.award_id
        where posting.project_id in (${sql.join(ids)}) and posting.effective_on <= ${today}
          and ${awardInScope(scope)}) as money on money.project_id = project.id
    where project.id in (${sql.join(ids)}) group by project.id, partnership.name`.execute(db.read);
  return rows.map((row) => ({ ...asFacts(row), ...(row.lines === 0 && { pence: null, isUnnamed: true }) }));
}

/** No money leads to it; whose it is. */
async function factsOfMeasures({ db }: Context, ids: readonly number[]) {
  const rows = await db.read
    .selectFrom("measure")
    .innerJoin("partnership", "partnership.id", "measure.partnership_id")
    .select(["measure.id", "partnership.name as owner"])
    .where("measure.id", "in", [...ids])
    .execute();
  return rows.map((row) => ({ ...row, pence: null, isApproximate: false }));
}
