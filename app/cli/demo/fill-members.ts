import { findOrCreateOrganisation } from "#app/partnerships/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { ReportFacts } from "./facts.ts";
import type { Documents } from "./fill-documents.ts";
import { auditFilled, type Ids, idOf } from "./filled.ts";

const RESPONSIBLE = [
  "responsible_authority",
  "statutory",
  "listed as statutory service / responsible authority",
];

/** Adds the organisations that each partnership names as its members, with their part in its own words. */
export async function fillMembers(
  context: Context,
  facts: ReportFacts,
  documents: Documents,
  partnerships: Ids,
): Promise<void> {
  await context.db.write(async (trx) => {
    for (const fact of facts.members) {
      const partnershipId = idOf(partnerships, fact.partnership);
      const row = {
        partnership_id: partnershipId,
        organisation_id: await findOrCreateOrganisation(trx, fact.organisation),
        role: RESPONSIBLE.includes(fact.role) ? ("responsible_authority" as const) : ("other" as const),
        role_detail: fact.role === "responsible_authority" ? null : fact.role,
        ...documents.columnsOf(fact.source),
      };
      await trx.insertInto("member_organisation").values(row).execute();
      await auditFilled(trx, context, "member organisation", partnershipId, row);
    }
  });
}
