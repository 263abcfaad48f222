import { type ExpressionBuilder, expressionBuilder, type RawBuilder, sql } from "kysely";
import type { Context, Scope } from "#app/platform/context.server.ts";
import type { DatabaseSchema } from "#db/schema.ts";

const UNNAMED = "Project of another partnership";

export type ProjectElsewhere = { id: number; name: string; partnershipId: number };

/**
 * The names of those of these projects whose name the person may know: of their own partnerships, and of others where
 * a joint award or bid that they read points at the project.
 */
export async function projectNames(context: Context, ids: readonly number[]): Promise<Map<number, string>> {
  const { db, scope } = context;
  let query = db.read
    .selectFrom("project")
    .select(["id", "name"])
    .where("id", "in", [...new Set(ids), 0]);
  if (!scope.all) {
    const own = [...scope.partnershipIds, 0];
    query = query.where((e) =>
      e.or([e("partnership_id", "in", own), takesPart(e, own), paidByJointAward(e, own), inJointBid(e, own)]),
    );
  }
  const rows = await query.execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** The name of a project within a query that has `project`, as `projectNames` lets it be known; for long lists. */
export function ownProjectName({ scope }: Context): RawBuilder<string | null> {
  if (scope.all) return sql`project.name`;
  const own = [...scope.partnershipIds, 0];
  const e = expressionBuilder<DatabaseSchema, "project">();
  const known = e.or([
    e("project.partnership_id", "in", own),
    takesPart(e, own),
    paidByJointAward(e, own),
    inJointBid(e, own),
  ]);
  return sql`case when project.id is null then null when ${known} then project.name else ${UNNAMED} end`;
}

/** Projects of other partnerships that lines of the person's joint awards point at, by name. Only the name may be read. */
export async function listProjectsElsewhere(context: Context): Promise<ProjectElsewhere[]> {
  const { db, scope } = context;
  if (scope.all) return [];
  const own = [...scope.partnershipIds, 0];
  const rows = await db.read
    .selectFrom("project")
    .select(["id", "name", "partnership_id"])
    .where("partnership_id", "not in", own)
    // From one's own awards to the projects: the other way about each project of the country is asked.
    .where((e) =>
      e(
        "project.id",
        "in",
        e
          .selectFrom("award_partnership")
          .innerJoin("award_version", "award_version.award_id", "award_partnership.award_id")
          .innerJoin("allocation_line", "allocation_line.version_id", "award_version.id")
          .select("allocation_line.project_id")
          .where("award_partnership.partnership_id", "in", own)
          .where("award_version.sealed_at", "is not", null)
          .where("allocation_line.project_id", "is not", null),
      ),
    )
    .where((e) => e.not(takesPart(e, own)))
    .execute();
  const found = rows.map((row) => ({ id: row.id, name: row.name, partnershipId: row.partnership_id }));
  return found.sort((a, b) => a.name.localeCompare(b.name, "en-GB") || a.id - b.id);
}

type ProjectBuilder = ExpressionBuilder<DatabaseSchema, "project">;
type Own = Extract<Scope, { all: false }>["partnershipIds"];

/** For queries that have `project` among their tables: one of these partnerships takes part beside its own. */
export function takesPart(e: ProjectBuilder, own: Own) {
  return e.exists(
    e
      .selectFrom("project_other_partnership")
      .select("project_other_partnership.project_id")
      .whereRef("project_other_partnership.project_id", "=", "project.id")
      .where("project_other_partnership.partnership_id", "in", own),
  );
}

/** Drafts do not count: only lines of sealed versions. */
function paidByJointAward(e: ProjectBuilder, own: Own) {
  return e.exists(
    e
      .selectFrom("allocation_line")
      .innerJoin("award_version", "award_version.id", "allocation_line.version_id")
      .innerJoin("award_partnership", "award_partnership.award_id", "allocation_line.award_id")
      .select("allocation_line.id")
      .whereRef("allocation_line.project_id", "=", "project.id")
      .where("award_version.sealed_at", "is not", null)
      .where("award_partnership.partnership_id", "in", own),
  );
}

function inJointBid(e: ProjectBuilder, own: Own) {
  return e.exists(
    e
      .selectFrom("bid_project")
      .innerJoin("bid_partnership", "bid_partnership.bid_id", "bid_project.bid_id")
      .select("bid_project.bid_id")
      .whereRef("bid_project.project_id", "=", "project.id")
      .where("bid_partnership.partnership_id", "in", own),
  );
}
