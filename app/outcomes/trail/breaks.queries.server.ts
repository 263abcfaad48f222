import { type Expression, type SqlBool, sql } from "kysely";
import { awardInScope, bidOfAwardInScope, inForceOn } from "#app/awards/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { listContributions } from "#app/projects/index.server.ts";
import { type BreakFacts, factsOfBreaks } from "./break-facts.queries.server.ts";
import { BREAKS, type BreakKind, type Broken, type GoingOnUnfunded, type Trail } from "./trail.rules.ts";

export type Break = { id: number; text: string };

const PAGE = 50;

/** Which of the records are looked at: so many below an id, or these. */
type Among = { below: number | null } | { ids: readonly number[] };

/**
 * A page of the places where the chain from pound to outcome breaks, the newest record first: of records in scope, as
 * the lines of awards stand today. @returns the id that the next page starts below; null where there is none.
 */
export async function listBreaks(context: Context, kind: BreakKind, below: number | null) {
  const rows = await FINDERS[kind](context, { below });
  const page = rows.slice(0, PAGE);
  const facts = await factsOfBreaks(
    context,
    kind,
    page.map(({ id }) => id),
  );
  const unknown: BreakFacts = { pence: null, isApproximate: false, owner: null };
  const breaks = page.map((row) => ({ ...row, ...(facts.get(row.id) ?? unknown) }));
  return { breaks, older: rows.length > PAGE ? (breaks.at(-1)?.id ?? null) : null };
}

/** The records of a trail at which it breaks: those of them that stand in the lists of breaks. */
export async function brokenOf(context: Context, { nodes }: Trail): Promise<Broken[]> {
  const idsOf = (kind: string) =>
    nodes.flatMap(({ key }) => (key.startsWith(`${kind}-`) ? [Number(key.slice(kind.length + 1))] : []));
  const found: Broken[] = [];
  for (const kind of BREAKS) {
    const ids = idsOf(kind === "unpaid" ? "project" : kind);
    if (ids.length === 0) continue;
    found.push(...(await FINDERS[kind](context, { ids })).map(({ id }) => ({ kind, id })));
  }
  return found;
}

const FINDERS: Record<BreakKind, (context: Context, among: Among) => Promise<Break[]>> = {
  award: openAwards,
  bid: bidsWithoutAward,
  project: unmeasuredProjects,
  unpaid: unpaidProjects,
  measure: unpaidMeasures,
};

function isAmong(among: Among, id: Expression<number>) {
  if ("ids" in among) return sql<SqlBool>`${id} in (${sql.join([...among.ids, 0])})`;
  return among.below === null ? sql<SqlBool>`1 = 1` : sql<SqlBool>`${id} < ${among.below}`;
}

const mostOf = (among: Among) => ("ids" in among ? among.ids.length : PAGE + 1);

/** Awards with money in force that names no project and is not passed on to other awards either. */
async function openAwards(context: Context, among: Among): Promise<Break[]> {
  const { db, today, scope } = context;
  const rows = await db.read
    .selectFrom("award")
    .select(["award.id", "award.reference", "award.title"])
    .where(awardInScope(scope))
    .where((e) => isAmong(among, e.ref("award.id")))
    .where((e) => {
      const open = sql`from allocation_line as line where line.project_id is null
        and line.version_id = ${inForceOn(today, e.ref("award.id"))}`;
      const taken = sql`from allocation_line as taken where taken.inside_award_id = award.id
        and taken.inside_project_id is null
        and taken.version_id = ${inForceOn(today, sql.ref<number>("taken.award_id"))}`;
      return sql<SqlBool>`(exists (select 1 ${open} and line.amount_pence is null)
        or (select sum(line.amount_pence) ${open}) > (select coalesce(sum(taken.amount_pence), 0) ${taken}))`;
    })
    .orderBy("award.id", "desc")
    .limit(mostOf(among))
    .execute();
  return rows.map(({ id, reference, title }) => ({ id, text: `${reference} ${title}` }));
}

/** Bids that were awarded without an award in the register, of their umbrella record or of its bids either. */
async function bidsWithoutAward(context: Context, among: Among): Promise<Break[]> {
  const rows = await context.db.read
    .selectFrom("bid")
    .select(["bid.id", "bid.reference", "bid.title"])
    .where("bid.status", "in", ["awarded", "part_awarded"])
    .where(bidOfAwardInScope(context.scope))
    .where((e) => isAmong(among, e.ref("bid.id")))
    .where(
      sql<SqlBool>`not exists (select 1 from award where award.bid_id = bid.id)
        and not exists (select 1 from bid_umbrella_member as member inner join award on award.bid_id = member.bid_id
          where member.umbrella_id = bid.id)
        and not exists (select 1 from bid_umbrella_member as member inner join award on award.bid_id = member.umbrella_id
          where member.bid_id = bid.id)`,
    )
    .orderBy("bid.id", "desc")
    .limit(mostOf(among))
    .execute();
  return rows.map(({ id, reference, title }) => ({ id, text: `${reference} ${title}` }));
}

/** Projects of the person’s partnerships that nothing measures, paid or not, but for those that go on unfunded. */
function unmeasuredProjects(context: Context, among: Among): Promise<Break[]> {
  return ownProjects(context, among)
    .where((e) =>
      e.or([
        e("project.status", "is", null),
        e("project.status", "<>", "going_on_unfunded"),
        e.exists(moneyFor(context, e.ref("project.id"))),
      ]),
    )
    .where((e) =>
      e.not(
        e.exists(
          e.selectFrom("measure").select("measure.id").whereRef("measure.project_id", "=", "project.id"),
        ),
      ),
    )
    .execute();
}

/** Projects of the person’s partnerships that no award pays for, measured or not, but for those that go on unfunded. */
function unpaidProjects(context: Context, among: Among): Promise<Break[]> {
  return ownProjects(context, among)
    .where((e) => e.or([e("project.status", "is", null), e("project.status", "<>", "going_on_unfunded")]))
    .where((e) => e.not(e.exists(moneyFor(context, e.ref("project.id")))))
    .execute();
}

/**
 * The projects of a trail that go on unfunded, with what partners give to them of their own. That is a state of the
 * project and no break of the chain; one of that status that an award pays for after all is not among them.
 */
export async function goingOnUnfunded(context: Context, { nodes }: Trail): Promise<GoingOnUnfunded[]> {
  const ids = nodes.flatMap(({ key, station }) =>
    station === "project" ? [Number(key.slice("project-".length))] : [],
  );
  if (ids.length === 0) return [];
  const projects = await ownProjects(context, { ids })
    .where("project.status", "=", "going_on_unfunded")
    .where((e) => e.not(e.exists(moneyFor(context, e.ref("project.id")))))
    .execute();
  return Promise.all(
    projects.map(async ({ id }) => ({ id, contributions: await listContributions(context, id) })),
  );
}

function ownProjects({ db, scope }: Context, among: Among) {
  const query = db.read
    .selectFrom("project")
    .select(["project.id", "project.name as text"])
    .where((e) => isAmong(among, e.ref("project.id")))
    .orderBy("project.id", "desc")
    .limit(mostOf(among));
  return scope.all ? query : query.where("project.partnership_id", "in", [...scope.partnershipIds, 0]);
}

/**
 * Measures of projects that no award pays for. A board's own indicators, which no project owns, are meant so, and so are
 * those of a project that goes on unfunded.
 */
async function unpaidMeasures(context: Context, among: Among): Promise<Break[]> {
  const { db, scope } = context;
  let query = db.read
    .selectFrom("measure")
    .select(["measure.id", "measure.name as text"])
    .where((e) => isAmong(among, e.ref("measure.id")))
    .where("measure.project_id", "is not", null)
    .where((e) => e.not(e.exists(unfundedProject(context, e.ref("measure.project_id")))))
    .where((e) => e.not(e.exists(moneyFor(context, e.ref("measure.project_id")))));
  if (!scope.all) query = query.where("measure.partnership_id", "in", [...scope.partnershipIds, 0]);
  return query.orderBy("measure.id", "desc").limit(mostOf(among)).execute();
}

function unfundedProject({ db }: Context, projectId: Expression<number | null>) {
  return db.read
    .selectFrom("project")
    .select("project.id")
    .where("project.id", "=", projectId)
    .where("project.status", "=", "going_on_unfunded");
}

/** The lines in force for a project, of awards in scope. */
function moneyFor(context: Context, projectId: Expression<number | null>) {
  return context.db.read
    .selectFrom("allocation_line as line")
    .innerJoin("award", "award.id", "line.award_id")
    .select("line.id")
    .where("line.project_id", "=", projectId)
    .where((e) => e("line.version_id", "=", inForceOn(context.today, e.ref("award.id"))))
    .where(awardInScope(context.scope));
}
