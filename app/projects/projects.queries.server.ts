import { rowsAsSaid, type SaidAt } from "#app/audit/index.server.ts";
import { findSource, type Source } from "#app/partnerships/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { takesPart } from "./project-names.queries.server.ts";
import type { ProjectStatus } from "./project-status.rules.ts";

export type ProjectItem = {
  id: number;
  partnershipId: number;
  name: string;
  /** Partial dates. */
  startsOn: string | null;
  endsOn: string | null;
  status: ProjectStatus | null;
  statusNote: string | null;
};

export type Project = ProjectItem & {
  description: string | null;
  strands: string[];
  /** Delivery partners and places, in its own words. */
  partners: string[];
  places: string[];
  /** The partnerships that take part beside its own. */
  partnershipIds: number[];
  source: Source | null;
  version: number;
};

/**
 * The projects of the partnerships that the person reads, by name; where a filter is given, those of them that it names;
 * where positions are given, those known then, as they were called and how they stood.
 */
export async function listProjects(
  context: Context,
  filter: {
    ids?: readonly number[];
    /** Whose own they are. */
    partnershipIds?: readonly number[];
    /** Whose own they are, or who take part in them. */
    takingPart?: readonly number[];
  } = {},
  then: SaidAt | null = null,
): Promise<ProjectItem[]> {
  let query = inScope(context);
  if (filter.ids) query = query.where("id", "in", [...filter.ids, 0]);
  if (filter.partnershipIds) query = query.where("partnership_id", "in", [...filter.partnershipIds, 0]);
  if (filter.takingPart) {
    const some = [...filter.takingPart, 0];
    query = query.where((e) => e.or([e("partnership_id", "in", some), takesPart(e, some)]));
  }
  const now = await query.execute();
  const days = ["starts_on", "ends_on"] as const;
  const rows = then === null ? now : await rowsAsSaid(context, "project", now, then, days);
  const byName = (a: ProjectItem, b: ProjectItem) => a.name.localeCompare(b.name, "en-GB") || a.id - b.id;
  return rows.map(asItem).sort(byName);
}

/** @throws NotFoundError where there is none, or it is of a partnership that the person does not read. */
export async function getProject(context: Context, id: number): Promise<Project> {
  const row = await inScope(context)
    .select(["description", "source_document_id", "source_paragraph", "version"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row) throw new NotFoundError(`No project ${id}`);
  return {
    ...asItem(row),
    description: row.description,
    strands: await titlesOf(context, "project_strand", id),
    partners: await titlesOf(context, "project_partner", id),
    places: await titlesOf(context, "project_place", id),
    partnershipIds: await otherPartnershipsOf(context, id),
    source: await findSource(context, row.source_document_id, row.source_paragraph),
    version: row.version,
  };
}

async function titlesOf(
  { db }: Context,
  table: "project_strand" | "project_partner" | "project_place",
  projectId: number,
): Promise<string[]> {
  const rows = await db.read
    .selectFrom(table)
    .select("title")
    .where("project_id", "=", projectId)
    .orderBy("position")
    .execute();
  return rows.map((row) => row.title);
}

async function otherPartnershipsOf({ db }: Context, projectId: number): Promise<number[]> {
  const rows = await db.read
    .selectFrom("project_other_partnership")
    .select("partnership_id")
    .where("project_id", "=", projectId)
    .orderBy("partnership_id")
    .execute();
  return rows.map((row) => row.partnership_id);
}

/** Its own partnership reads a project, and so does each that takes part in it. */
function inScope({ db, scope }: Context) {
  const query = db.read
    .selectFrom("project")
    .select(["id", "partnership_id", "name", "starts_on", "ends_on", "status", "status_note"]);
  if (scope.all) return query;
  const own = [...scope.partnershipIds, 0];
  return query.where((e) => e.or([e("partnership_id", "in", own), takesPart(e, own)]));
}

function asItem(row: {
  id: number;
  partnership_id: number;
  name: string;
  starts_on: string | null;
  ends_on: string | null;
  status: ProjectStatus | null;
  status_note: string | null;
}): ProjectItem {
  return {
    id: row.id,
    partnershipId: row.partnership_id,
    name: row.name,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    status: row.status,
    statusNote: row.status_note,
  };
}
