import type { Context } from "#app/platform/context.server.ts";
import type { Writer } from "#db/open.server.ts";
import type { PartnershipKind } from "#db/tables/partnerships.ts";
import type { PartnershipFact, ReportFacts } from "./facts.ts";
import type { Documents } from "./fill-documents.ts";
import { auditFilled, type Ids } from "./filled.ts";

const KINDS: Record<PartnershipFact["type"], PartnershipKind> = {
  district_csp: "district",
  unitary_csp: "unitary",
  county_csp: "county",
  county_strategy_group: "county_strategy_group",
};

/** Names on the official list of the partnerships that are on it. */
const OFFICIAL_NAMES: Record<string, string> = {
  "csp-eastleigh": "Eastleigh",
  "csp-test-valley": "Test Valley",
  "csp-winchester": "Winchester",
  "csp-new-forest": "New Forest",
  "csp-southampton": "Southampton",
  "csp-harborough": "Harborough",
};

/** The county groups cover the districts of their county: the police area without its unitary authorities. */
const COUNTIES: Record<string, string> = {
  "cssg-hampshire": "Hampshire",
  "csb-leicestershire": "Leicestershire",
};

/** Adds the partnerships of the reports, the county groups first, since districts stand below them. */
export async function fillPartnerships(
  context: Context,
  facts: ReportFacts,
  documents: Documents,
): Promise<Ids> {
  const ids = new Map<string, number>();
  const countiesFirst = [...facts.partnerships].sort(
    (a, b) => Number(b.id in COUNTIES) - Number(a.id in COUNTIES),
  );
  await context.db.write(async (trx) => {
    for (const fact of countiesFirst) {
      const officialCode = await officialCodeOf(trx, fact);
      const row = {
        name: fact.name,
        kind: KINDS[fact.type],
        official_code: officialCode,
        police_area: fact.police_area,
        parent_id: ids.get(aboveOf(fact, facts) ?? "") ?? null,
        funding_position: fact.funding_position,
        ...documents.columnsOf(fact.source),
      };
      const { id } = await trx
        .insertInto("partnership")
        .values(row)
        .returning("id")
        .executeTakeFirstOrThrow();
      const authorityCodes = await authoritiesOf(trx, fact, officialCode);
      await trx
        .insertInto("partnership_authority")
        .values(authorityCodes.map((local_authority_code) => ({ partnership_id: id, local_authority_code })))
        .execute();
      await auditFilled(trx, context, "partnership", id, { ...row, authorityCodes });
      ids.set(fact.id, id);
    }
  });
  return ids;
}

/** The facts' id of the group above: the one that is named, and Hampshire's for the districts of Hampshire. */
function aboveOf(fact: PartnershipFact, facts: ReportFacts): string | null {
  if (fact.parent !== null) return facts.partnerships.find(({ name }) => name === fact.parent)?.id ?? null;
  return fact.type === "district_csp" && fact.police_area === "Hampshire" ? "cssg-hampshire" : null;
}

async function officialCodeOf(trx: Writer, fact: PartnershipFact): Promise<string | null> {
  const name = OFFICIAL_NAMES[fact.id];
  if (name === undefined) return null;
  const official = await trx
    .selectFrom("official_partnership")
    .select("code")
    .where("name", "=", name)
    .executeTakeFirstOrThrow();
  return official.code;
}

async function authoritiesOf(trx: Writer, fact: PartnershipFact, code: string | null): Promise<string[]> {
  const links = trx
    .selectFrom("official_partnership_authority as link")
    .innerJoin("official_partnership as official", "official.code", "link.official_code")
    .select("link.local_authority_code as authority")
    .orderBy("link.local_authority_code");
  const rows =
    code === null
      ? await links
          .where("official.police_area_name", "=", COUNTIES[fact.id] ?? "")
          .where("link.local_authority_code", "like", "E07%")
          .execute()
      : await links.where("official.code", "=", code).execute();
  return rows.map(({ authority }) => authority);
}
