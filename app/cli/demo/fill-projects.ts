import type { Context } from "#app/platform/context.server.ts";
import type { FactSource, ProjectFact, ReportFacts } from "./facts.ts";
import type { Documents } from "./fill-documents.ts";
import { auditFilled, type Ids, idOf } from "./filled.ts";
import { publishedDate, sentences } from "./published.ts";

/** How a project stands, where the report leaves no doubt. */
const STATUSES: Record<string, "going_on_unfunded"> = { "prj-neet": "going_on_unfunded" };

/** "Reliant on members' contributions, mainly human resources": no amount is stated. */
const OWN_CONTRIBUTIONS: Record<string, OwnGiven> = {
  "prj-neet": {
    contributor: "Members of the partnership",
    form: "in_kind",
    description: "Members’ contributions, mainly human resources; the report states no amount",
    source: { document: "eastleigh-2021", paragraph: "3-5, 15-18" },
  },
};

type OwnGiven = { contributor: string; form: "in_kind"; description: string; source: FactSource };

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
        status: STATUSES[fact.id] ?? null,
        status_note: fact.status ?? fallbackOf(fact, facts),
        ...documents.columnsOf(fact.source),
      };
      const { id } = await trx.insertInto("project").values(row).returning("id").executeTakeFirstOrThrow();
      const titles = (texts: readonly string[]) =>
        texts.map((title, index) => ({ project_id: id, position: index + 1, title }));
      const places = fact.site === null ? [] : [fact.site];
      for (const [table, texts] of [
        ["project_strand", fact.strands],
        ["project_partner", fact.partners],
        ["project_place", places],
      ] as const) {
        if (texts.length > 0) await trx.insertInto(table).values(titles(texts)).execute();
      }
      const own = OWN_CONTRIBUTIONS[fact.id];
      if (own) {
        const given = {
          ...own,
          project_id: id,
          recorded_at: context.now(),
          ...documents.columnsOf(own.source),
        };
        const { source, ...values } = given;
        const added = await trx
          .insertInto("own_contribution")
          .values(values)
          .returning("id")
          .executeTakeFirstOrThrow();
        await auditFilled(trx, context, "own contribution", added.id, values);
      }
      await auditFilled(trx, context, "project", id, {
        ...row,
        strands: fact.strands,
        partners: fact.partners,
        places,
      });
      ids.set(fact.id, id);
    }
  });
  return ids;
}

/** "Either way the project will continue", whatever becomes of the bid. */
function fallbackOf({ id }: ProjectFact, { bids }: ReportFacts): string | null {
  if (STATUSES[id] !== "going_on_unfunded") return null;
  return bids.find(({ projects }) => projects.includes(id))?.fallback ?? null;
}

function descriptionOf({ participants, partner_agencies }: ProjectFact): string | null {
  return sentences(
    participants !== null && `${participants} participants`,
    partner_agencies !== null && `${partner_agencies} partner agencies`,
  );
}
