import { findSource, type Source } from "#app/partnerships/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";

export type ProjectItem = {
  id: number;
  partnershipId: number;
  name: string;
  /** Partial dates. */
  startsOn: string | null;
  endsOn: string | null;
  statusNote: string | null;
};

export type Project = ProjectItem & {
  description: string | null;
  strands: string[];
  source: Source | null;
  version: number;
};

/** The projects of the partnerships that the person reads, by name; where a filter is given, those of them that it names. */
export async function listProjects(
  context: Context,
  filter: { partnershipIds?: readonly number[]; ids?: readonly number[] } = {},
): Promise<ProjectItem[]> {
  let query = inScope(context);
  if (filter.ids) query = query.where("id", "in", [...filter.ids, 0]);
  if (filter.partnershipIds) query = query.where("partnership_id", "in", [...filter.partnershipIds, 0]);
  const rows = await query.execute();
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
  const strands = await context.db.read
    .selectFrom("project_strand")
    .select("title")
    .where("project_id", "=", id)
    .orderBy("position")
    .orderBy("id")
    .execute();
  return {
    ...asItem(row),
    description: row.description,
    strands: strands.map((strand) => strand.title),
    source: await findSource(context, row.source_document_id, row.source_paragraph),
    version: row.version,
  };
}

function inScope({ db, scope }: Context) {
  const query = db.read
    .selectFrom("project")
    .select(["id", "partnership_id", "name", "starts_on", "ends_on", "status_note"]);
  return scope.all ? query : query.where("partnership_id", "in", [...scope.partnershipIds, 0]);
}

function asItem(row: {
  id: number;
  partnership_id: number;
  name: string;
  starts_on: string | null;
  ends_on: string | null;
  status_note: string | null;
}): ProjectItem {
  return {
    id: row.id,
    partnershipId: row.partnership_id,
    name: row.name,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    statusNote: row.status_note,
  };
}
