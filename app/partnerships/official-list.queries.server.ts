import type { Context } from "#app/platform/context.server.ts";
import { mayStandAbove } from "./partnership.rules.ts";
import { byName, listPartnerships, type Partnership } from "./partnerships.queries.server.ts";

export type OfficialPartnership = {
  code: string;
  name: string;
  policeArea: string;
  authorities: string[];
  /** The partnership of this register that was chosen from it, or null. */
  chosenAs: number | null;
};

/**
 * The partnerships of the official list whose name, local authority or police area holds the text, by name.
 * The list has some 300 entries, so it is read whole and searched here, with the same result on every engine.
 */
export async function searchOfficialPartnerships(
  context: Context,
  text: string,
): Promise<OfficialPartnership[]> {
  const wanted = text.trim().toLowerCase();
  const all = await listOfficialPartnerships(context);
  return all.filter((official) =>
    [official.name, official.policeArea, ...official.authorities].some((name) =>
      name.toLowerCase().includes(wanted),
    ),
  );
}

async function listOfficialPartnerships(context: Context): Promise<OfficialPartnership[]> {
  const { read } = context.db;
  const partnerships = await read
    .selectFrom("official_partnership")
    .leftJoin("partnership", "partnership.official_code", "official_partnership.code")
    .select([
      "official_partnership.code",
      "official_partnership.name",
      "official_partnership.police_area_name",
      "partnership.id",
    ])
    .execute();
  const links = await read
    .selectFrom("official_partnership_authority")
    .innerJoin(
      "local_authority",
      "local_authority.code",
      "official_partnership_authority.local_authority_code",
    )
    .select(["official_partnership_authority.official_code", "local_authority.name"])
    .orderBy("local_authority.name")
    .execute();
  const authoritiesOf = new Map<string, string[]>();
  for (const link of links) {
    authoritiesOf.set(link.official_code, [...(authoritiesOf.get(link.official_code) ?? []), link.name]);
  }
  return partnerships
    .map((row) => ({
      code: row.code,
      name: row.name,
      policeArea: row.police_area_name,
      authorities: authoritiesOf.get(row.code) ?? [],
      chosenAs: row.id,
    }))
    .sort(byName);
}

/** The police force areas of the official list, by name. */
export async function listPoliceAreas(context: Context): Promise<string[]> {
  const rows = await context.db.read
    .selectFrom("official_partnership")
    .select("police_area_name")
    .distinct()
    .orderBy("police_area_name")
    .execute();
  return rows.map((row) => row.police_area_name);
}

/** The local authorities of a police force area, or all where none is given, by name. */
export async function listAuthorities(
  context: Context,
  policeArea: string | null,
): Promise<{ code: string; name: string }[]> {
  let query = context.db.read
    .selectFrom("local_authority")
    .innerJoin(
      "official_partnership_authority",
      "official_partnership_authority.local_authority_code",
      "local_authority.code",
    )
    .innerJoin(
      "official_partnership",
      "official_partnership.code",
      "official_partnership_authority.official_code",
    )
    .select(["local_authority.code", "local_authority.name"])
    .distinct();
  if (policeArea !== null) query = query.where("official_partnership.police_area_name", "=", policeArea);
  return (await query.execute()).sort(byName);
}

/** What a form that changes a partnership offers; what the partnership already has is always among it. */
export async function partnershipChoices(context: Context, partnership: Partnership) {
  const areas = new Set(await listPoliceAreas(context));
  if (partnership.policeArea !== null) areas.add(partnership.policeArea);
  const nearby = await listAuthorities(context, partnership.policeArea);
  const others = (await listPartnerships(context)).filter((other) => other.id !== partnership.id);
  const asChoice = ({ id, name }: { id: number; name: string }) => ({ value: id, text: name });
  const authorities = new Map([...nearby, ...partnership.authorities].map((one) => [one.code, one]));
  return {
    areas: [...areas].sort().map((area) => ({ value: area, text: area })),
    authorities: [...authorities.values()].sort(byName),
    above: others.filter((other) => mayStandAbove(other.kind)).map(asChoice),
    successors: others.map(asChoice),
  };
}
