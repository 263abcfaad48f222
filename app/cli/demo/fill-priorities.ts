import type { Context } from "#app/platform/context.server.ts";
import type { Reader } from "#db/open.server.ts";
import type { PriorityTable } from "#db/tables/priorities.ts";
import type { PriorityFact, ReportFacts } from "./facts.ts";
import type { Documents } from "./fill-documents.ts";
import { auditFilled, type Ids, idOf } from "./filled.ts";
import { publishedDate, sentences } from "./published.ts";

const KINDS: Record<PriorityFact["kind"], PriorityTable["kind"]> = {
  priority: "priority",
  cross_cutting: "cross_cutting",
  "overarching priority": "overarching",
  "key crime issue ('Obsession')": "key_issue",
};

/** Ids of the common set of themes by their codes. */
export async function readThemes(db: Reader): Promise<Ids> {
  const themes = await db.selectFrom("theme").select(["id", "code"]).execute();
  return new Map(themes.map(({ id, code }) => [code, id]));
}

/** Adds the priorities of each partnership in its own words. @returns their ids by title. */
export async function fillPriorities(
  context: Context,
  facts: ReportFacts,
  documents: Documents,
  partnerships: Ids,
): Promise<Ids> {
  const themes = await readThemes(context.db.read);
  const ids = new Map<string, number>();
  await context.db.write(async (trx) => {
    for (const fact of facts.priorities) {
      const row = {
        partnership_id: idOf(partnerships, fact.partnership),
        title: fact.title,
        kind: KINDS[fact.kind],
        valid_from: publishedDate(fact.period_start),
        valid_to: publishedDate(fact.period_end),
        note: noteOf(fact),
        ...documents.columnsOf(fact.source),
      };
      const { id } = await trx.insertInto("priority").values(row).returning("id").executeTakeFirstOrThrow();
      const themeIds = fact.themes.map((code) => idOf(themes, code));
      if (themeIds.length > 0) {
        const links = themeIds.map((theme_id) => ({ priority_id: id, theme_id }));
        await trx.insertInto("priority_theme").values(links).execute();
      }
      const aims = fact.focus.map((title, index) => ({ priority_id: id, position: index + 1, title }));
      if (aims.length > 0) await trx.insertInto("priority_aim").values(aims).execute();
      await auditFilled(trx, context, "priority", id, { ...row, themeIds, aims: fact.focus });
      ids.set(fact.title, id);
    }
  });
  return ids;
}

function noteOf({ kind, note }: PriorityFact): string | null {
  const stated = KINDS[kind] === "key_issue" ? kind : null;
  return sentences(stated, note);
}
