import { rowsAsSaid, type SaidAt } from "#app/audit/index.server.ts";
import { type Source, sourceOf } from "#app/partnerships/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import type { PriorityKind } from "./priority.rules.ts";

/*
 * Priorities are published facts: whoever is signed in may read them all, so these queries do not narrow to the scope.
 */

export type Theme = { id: number; code: string; name: string };

/** The common set of themes, in its own order. */
export async function listThemes(context: Context): Promise<Theme[]> {
  return context.db.read.selectFrom("theme").select(["id", "code", "name"]).orderBy("position").execute();
}

export type PriorityItem = {
  id: number;
  partnershipId: number;
  title: string;
  kind: PriorityKind;
  /** Partial dates. */
  validFrom: string | null;
  validTo: string | null;
  note: string | null;
  themes: Theme[];
  sourceDocumentId: number | null;
  sourceParagraph: string | null;
};

/**
 * Priorities with their themes, by partnership and then in the order in which they were recorded; where positions are
 * given, those known then, as they were called: their themes are today's.
 */
export async function listPriorities(
  context: Context,
  filter: { partnershipIds?: readonly number[]; id?: number } = {},
  then: SaidAt | null = null,
): Promise<PriorityItem[]> {
  let query = context.db.read
    .selectFrom("priority")
    .select(["id", "partnership_id", "title", "kind", "valid_from", "valid_to", "note"])
    .select(["source_document_id", "source_paragraph"]);
  if (filter.partnershipIds) query = query.where("partnership_id", "in", [...filter.partnershipIds, 0]);
  if (filter.id !== undefined) query = query.where("id", "=", filter.id);
  const now = await query.orderBy("partnership_id").orderBy("id").execute();
  const days = ["valid_from", "valid_to"] as const;
  const rows = then === null ? now : await rowsAsSaid(context, "priority", now, then, days);
  const themes = await themesOf(context, rows);
  return rows.map((row) => ({
    id: row.id,
    partnershipId: row.partnership_id,
    title: row.title,
    kind: row.kind,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    note: row.note,
    themes: themes.get(row.id) ?? [],
    sourceDocumentId: row.source_document_id,
    sourceParagraph: row.source_paragraph,
  }));
}

async function themesOf(
  context: Context,
  priorities: readonly { partnership_id: number }[],
): Promise<Map<number, Theme[]>> {
  const partnershipIds = [...new Set(priorities.map((priority) => priority.partnership_id))];
  const links = await context.db.read
    .selectFrom("priority_theme")
    .innerJoin("priority", "priority.id", "priority_theme.priority_id")
    .innerJoin("theme", "theme.id", "priority_theme.theme_id")
    .select(["priority_theme.priority_id", "theme.id", "theme.code", "theme.name"])
    .where("priority.partnership_id", "in", [...partnershipIds, 0])
    .orderBy("theme.position")
    .execute();
  const themes = new Map<number, Theme[]>();
  for (const { priority_id, ...theme } of links) {
    themes.set(priority_id, [...(themes.get(priority_id) ?? []), theme]);
  }
  return themes;
}

export type Priority = PriorityItem & {
  /** Its sub-aims in the partnership's own words. */
  aims: string[];
  /** The projects and operations under it. Whoever shows them asks for those that the person may name. */
  projectIds: number[];
  source: Source | null;
  version: number;
};

/** A priority with its themes and its source. @throws NotFoundError where there is none. */
export async function getPriority(context: Context, id: number): Promise<Priority> {
  const [item] = await listPriorities(context, { id });
  const row = await context.db.read
    .selectFrom("priority")
    .select(["version", "source_document_id", "source_paragraph"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (!item || !row) throw new NotFoundError(`No priority ${id}`);
  const aims = await context.db.read
    .selectFrom("priority_aim")
    .select("title")
    .where("priority_id", "=", id)
    .orderBy("position")
    .execute();
  const projects = await context.db.read
    .selectFrom("priority_project")
    .select("project_id")
    .where("priority_id", "=", id)
    .orderBy("project_id")
    .execute();
  const parts = { aims: aims.map((aim) => aim.title), projectIds: projects.map((each) => each.project_id) };
  return { ...item, ...parts, source: await sourceOf(context, row), version: row.version };
}
