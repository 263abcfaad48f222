import { addFunder } from "#app/funds/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { FunderFact, ReportFacts } from "./facts.ts";
import type { Documents } from "./fill-documents.ts";
import { done, type Ids } from "./filled.ts";
import { sentences } from "./published.ts";

/** Police and Crime Commissioners end in May 2028; who takes their functions over differs from area to area. */
const POLICE_AND_CRIME_COMMISSIONERS = ["opcc-hampshire", "opcc-llr"];
const PCC_END = "2028-05";
const PCC_NOTE =
  "Police and Crime Commissioners are to be abolished in May 2028; their functions go to mayors or boards. The successor is not recorded";

/** A name that holds a remark about one fund, without it. */
const NAMES: Record<string, { name: string; remark: string }> = {
  "hm-government": {
    name: "HM Government",
    remark: "Named for Supporting/Troubled Families, via Hampshire County Council",
  },
};

/** Adds the funders that the reports name. One that is not named is not recorded. @returns ids by the facts' own. */
export async function fillFunders(context: Context, facts: ReportFacts, documents: Documents): Promise<Ids> {
  const ids = new Map<string, number>();
  for (const fact of facts.funders) {
    const [source] = fact.sources;
    if (fact.name === null || !source) continue;
    const isCommissioner = POLICE_AND_CRIME_COMMISSIONERS.includes(fact.id);
    const added = await addFunder(context, {
      name: NAMES[fact.id]?.name ?? fact.name,
      validFrom: null,
      validTo: isCommissioner ? PCC_END : null,
      successorId: null,
      note: sentences(isCommissioner && PCC_NOTE, NAMES[fact.id]?.remark, alsoIn(fact, documents)),
      ...documents.sourceOf(source),
    });
    ids.set(fact.id, done(added).funderId);
  }
  return ids;
}

function alsoIn({ sources }: FunderFact, documents: Documents): string | null {
  const others = sources.slice(1).map((source) => documents.describe(source));
  return others.length > 0 ? `Also named in ${others.join("; ")}` : null;
}
