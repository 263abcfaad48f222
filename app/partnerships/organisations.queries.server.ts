import type { Context } from "#app/platform/context.server.ts";
import type { Writer } from "#db/open.server.ts";
import type { MemberRole } from "./partnership.rules.ts";
import { byName } from "./partnerships.queries.server.ts";

export type MemberOrganisation = {
  id: number;
  partnershipId: number;
  organisationId: number;
  name: string;
  role: MemberRole;
  /** Its part in the partnership's own words. */
  roleDetail: string | null;
};

/** The member organisations of a partnership, or of all: responsible authorities first, each by name. */
export async function listMembers(
  context: Context,
  partnershipId: number | null,
): Promise<MemberOrganisation[]> {
  let query = context.db.read
    .selectFrom("member_organisation")
    .innerJoin("organisation", "organisation.id", "member_organisation.organisation_id")
    .select([
      "member_organisation.id",
      "member_organisation.partnership_id",
      "member_organisation.organisation_id",
      "member_organisation.role",
      "member_organisation.role_detail",
      "organisation.name",
    ]);
  if (partnershipId !== null) query = query.where("member_organisation.partnership_id", "=", partnershipId);
  const rows = await query.execute();
  const members = rows.map((row) => ({
    id: row.id,
    partnershipId: row.partnership_id,
    organisationId: row.organisation_id,
    name: row.name,
    role: row.role,
    roleDetail: row.role_detail,
  }));
  const isOther = (member: MemberOrganisation) => Number(member.role === "other");
  return members.sort((a, b) => isOther(a) - isOther(b) || byName(a, b));
}

/** Every organisation that the register knows, by name. */
export async function listOrganisations(context: Context): Promise<{ id: number; name: string }[]> {
  const rows = await context.db.read.selectFrom("organisation").select(["id", "name"]).execute();
  return rows.sort(byName);
}

/** The organisation of this name, whatever the case of its letters; it is added where there is none. */
export async function findOrCreateOrganisation(transaction: Writer, name: string): Promise<number> {
  const wanted = name.trim().replace(/\s+/g, " ");
  const known = await transaction
    .selectFrom("organisation")
    .select(["id", "name"])
    .where((e) =>
      e.or([e("name", "=", wanted), e(e.fn<string>("lower", ["name"]), "=", wanted.toLowerCase())]),
    )
    .orderBy("id")
    .execute();
  const found = known.find((row) => row.name === wanted) ?? known[0];
  if (found) return found.id;
  const added = await transaction
    .insertInto("organisation")
    .values({ name: wanted })
    .returning("id")
    .executeTakeFirstOrThrow();
  return added.id;
}
