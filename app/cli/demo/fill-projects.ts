import type { Context } from "#app/platform/context.server.ts";
import type { ProjectFact, ReportFacts } from "./facts.ts";
import type { Documents } from "./fill-documents.ts";
import { auditFilled, type Ids, idOf } from "./filled.ts";
import { publishedDate, sentences } from "./published.ts";

/** Adds the projects with their strands. @returns their ids by the facts' own. */
export async function fillProjects(
  context: Context,
  facts: ReportFacts,
  documents: Documents,
  partnerships: Ids,
): Promise<Ids> {
  const ids = new Map<string, number>();
  await context.db.write(async (trx) => {
    for (const fact of facts.projects) {
      const row = {
        partnership_id: idOf(partnerships, fact.partnership),
        name: fact.name,
        description: descriptionOf(fact),
        starts_on: publishedDate(fact.start ?? fact.date),
        ends_on: publishedDate(fact.date),
        status_note: fact.status,
        ...documents.columnsOf(fact.source),
      };
      const { id } = await trx.insertInto("project").values(row).returning("id").executeTakeFirstOrThrow();
      if (fact.strands.length > 0) {
        const strands = fact.strands.map((title, index) => ({ project_id: id, position: index + 1, title }));
        await trx.insertInto("project_strand").values(strands).execute();
      }
      await auditFilled(trx, context, "project", id, { ...row, strands: fact.strands });
      ids.set(fact.id, id);
    }
  });
  return ids;
}

function descriptionOf({ site, participants, partners, partner_agencies }: ProjectFact): string | null {
  return sentences(
    site && `Site: ${site}`,
    participants !== null && `${participants} participants`,
    partners.length > 0 && `Partners: ${partners.join("; ")}`,
    partner_agencies !== null && `${partner_agencies} partner agencies`,
  );
}
