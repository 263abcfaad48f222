import type { Expression } from "kysely";
import { awardInScope, inForceOn } from "#app/awards/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";

export const BREAKS = ["award", "project", "measure"] as const;
/** Award without a project, project without an outcome, outcome without money. */
export type BreakKind = (typeof BREAKS)[number];

export type Break = { id: number; text: string };

const PAGE = 50;

/**
 * A page of the places where the chain from pound to outcome breaks, the newest record first: of records in scope, as
 * the lines of awards stand today. @returns the id that the next page starts below; null where there is none.
 */
export async function listBreaks(context: Context, kind: BreakKind, below: number | null) {
  const rows = await (kind === "award"
    ? openAwards(context, below)
    : kind === "project"
      ? unmeasuredProjects(context, below)
      : unpaidMeasures(context, below));
  const breaks: Break[] = rows.slice(0, PAGE);
  return { breaks, older: rows.length > PAGE ? (breaks.at(-1)?.id ?? null) : null };
}

/** Awards of which a line in force names no project. */
async function openAwards(context: Context, below: number | null): Promise<Break[]> {
  let query = context.db.read
    .selectFrom("award")
    .select(["award.id", "award.reference", "award.title"])
    .where(awardInScope(context.scope))
    .where((e) =>
      e.exists(
        e
          .selectFrom("allocation_line as line")
          .select("line.id")
          .where("line.version_id", "=", inForceOn(context.today, e.ref("award.id")))
          .where("line.project_id", "is", null),
      ),
    );
  if (below !== null) query = query.where("award.id", "<", below);
  const rows = await query
    .orderBy("award.id", "desc")
    .limit(PAGE + 1)
    .execute();
  return rows.map(({ id, reference, title }) => ({ id, text: `${reference} ${title}` }));
}

/** Projects of the person’s partnerships that an award pays for and nothing measures. */
async function unmeasuredProjects(context: Context, below: number | null): Promise<Break[]> {
  const { db, scope } = context;
  let query = db.read
    .selectFrom("project")
    .select(["project.id", "project.name as text"])
    .where((e) => e.exists(moneyFor(context, e.ref("project.id"))))
    .where((e) =>
      e.not(
        e.exists(
          e.selectFrom("measure").select("measure.id").whereRef("measure.project_id", "=", "project.id"),
        ),
      ),
    );
  if (!scope.all) query = query.where("project.partnership_id", "in", [...scope.partnershipIds, 0]);
  if (below !== null) query = query.where("project.id", "<", below);
  return query
    .orderBy("project.id", "desc")
    .limit(PAGE + 1)
    .execute();
}

/** Measures of projects that no award pays for. A board’s key indicators, which no project owns, are none. */
async function unpaidMeasures(context: Context, below: number | null): Promise<Break[]> {
  const { db, scope } = context;
  let query = db.read
    .selectFrom("measure")
    .select(["measure.id", "measure.name as text"])
    .where("measure.project_id", "is not", null)
    .where((e) => e.not(e.exists(moneyFor(context, e.ref("measure.project_id")))));
  if (!scope.all) query = query.where("measure.partnership_id", "in", [...scope.partnershipIds, 0]);
  if (below !== null) query = query.where("measure.id", "<", below);
  return query
    .orderBy("measure.id", "desc")
    .limit(PAGE + 1)
    .execute();
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
