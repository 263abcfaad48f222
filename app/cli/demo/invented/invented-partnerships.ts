import { findOrCreateOrganisation } from "#app/partnerships/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { auditFilled } from "../filled.ts";

const EVERYTHING_IS_INVENTED =
  "Everything about this partnership is invented to show the service: its money, its projects and its figures.";

/** Councils that hold the money of the invented partnerships. */
export const ANYTOWN_COUNCIL = "Anytown Borough Council (invented)";
export const OTHERTON_COUNCIL = "Otherton Borough Council (invented)";

export type InventedPartnerships = { anytown: number; otherton: number };

/** Adds the invented partnership and the neighbour that it shares money with. @returns their ids. */
export async function inventPartnerships(context: Context): Promise<InventedPartnerships> {
  return {
    anytown: await addPartnership(context, "Anytown Community Safety Partnership (invented)", [
      ANYTOWN_COUNCIL,
      "Anytown Police (invented)",
    ]),
    otherton: await addPartnership(
      context,
      "Otherton Community Safety Partnership (invented)",
      [OTHERTON_COUNCIL],
      { second_person: 1 },
    ),
  };
}

async function addPartnership(
  context: Context,
  name: string,
  members: string[],
  settings: { second_person?: number } = {},
): Promise<number> {
  return context.db.write(async (trx) => {
    const row = {
      name,
      kind: "district" as const,
      is_invented: 1,
      funding_position: EVERYTHING_IS_INVENTED,
      ...settings,
    };
    const { id } = await trx.insertInto("partnership").values(row).returning("id").executeTakeFirstOrThrow();
    await auditFilled(trx, context, "partnership", id, row);
    for (const member of members) {
      const membership = {
        partnership_id: id,
        organisation_id: await findOrCreateOrganisation(trx, member),
        role: "responsible_authority" as const,
      };
      await trx.insertInto("member_organisation").values(membership).execute();
      await auditFilled(trx, context, "member organisation", id, membership);
    }
    return id;
  });
}
