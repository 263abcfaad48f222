import { type RawBuilder, type Selectable, type SqlBool, sql } from "kysely";
import { type Context, may } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import type { DatabaseSchema } from "#db/schema.ts";
import type { SavedView, ViewedList } from "./saved-view.ts";

const alphabet = new Intl.Collator("en-GB");

type ViewRow = Pick<
  Selectable<DatabaseSchema["saved_view"]>,
  "id" | "name" | "query" | "person_id" | "partnership_id"
> & { partnership: string | null; opens: number | null };

/** The actor's own views of a list and those that their partnerships share, by name. */
export async function listSavedViews(context: Context, list: ViewedList): Promise<SavedView[]> {
  const { actor } = context;
  if (actor.kind !== "person") return [];
  // As text: to build and compile what every list asks takes as long as to answer it.
  const { rows } = await sql<ViewRow>`
    select saved_view.id, saved_view.name, saved_view.query, saved_view.person_id, saved_view.partnership_id,
      partnership.name as partnership, default_view.view_id as opens
    from saved_view
      left join partnership on partnership.id = saved_view.partnership_id
      left join default_view on default_view.view_id = saved_view.id and default_view.person_id = ${actor.id}
    where saved_view.list = ${list.name} and ${isVisible(context, actor.id)}`.execute(context.db.read);
  return rows
    .map((row) => ({
      id: row.id,
      name: row.name,
      list: list.name,
      href: list.href(row.query),
      sharedWith:
        row.partnership_id === null ? null : { id: row.partnership_id, name: row.partnership ?? "" },
      isDefault: row.opens !== null,
      mayRemove: mayRemove(context, row),
    }))
    .sort((a, b) => alphabet.compare(a.name, b.name) || a.id - b.id);
}

/** A view of any list, of the actor's own or of their partnerships. @throws NotFoundError where it is neither. */
export async function getSavedView(context: Context, id: number) {
  const { actor } = context;
  const row =
    actor.kind === "person"
      ? await visibleViews(context, actor.id)
          .selectAll("saved_view")
          .where("saved_view.id", "=", id)
          .executeTakeFirst()
      : undefined;
  if (!row) throw new NotFoundError(`No view ${id}`);
  return { ...row, mayRemove: mayRemove(context, row) };
}

/** The address of a list as it opens for the actor; null where they chose no view of it. */
export async function findDefaultView(context: Context, list: ViewedList): Promise<string | null> {
  const { actor } = context;
  if (actor.kind !== "person") return null;
  const row = await visibleViews(context, actor.id)
    .innerJoin("default_view", "default_view.view_id", "saved_view.id")
    .select("saved_view.query")
    .where("default_view.person_id", "=", actor.id)
    .where("default_view.list", "=", list.name)
    .executeTakeFirst();
  return row ? list.href(row.query) : null;
}

function visibleViews(context: Context, personId: number) {
  return context.db.read.selectFrom("saved_view").where(isVisible(context, personId));
}

/** True of one's own views and of those that one's partnerships share. */
function isVisible({ db, scope }: Context, personId: number): RawBuilder<SqlBool> {
  const ids = scope.all ? [] : scope.partnershipIds;
  return sql`((saved_view.partnership_id is null and saved_view.person_id = ${personId})
    or ${db.engine.isAmong(sql.ref("saved_view.partnership_id"), ids)})`;
}

/** Who shares views with a partnership removes any of them; one's own is one's own. */
function mayRemove({ actor }: Context, view: { person_id: number; partnership_id: number | null }): boolean {
  if (view.partnership_id !== null) return may(actor, "view.share", [view.partnership_id]);
  return actor.kind === "person" && actor.id === view.person_id;
}
