import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import type { Kysely } from "kysely";
import type { DatabaseSchema } from "../schema.ts";
import type { MigrationTools } from "./migration.ts";

type LookupRow = {
  ltla24_code: string;
  ltla24_name: string;
  csp24_code: string;
  csp24_name: string;
  pfa24_code: string;
  pfa24_name: string;
};

/** The common set of themes that each partnership's own priorities are mapped to. */
const THEMES: [code: string, name: string][] = [
  ["asb", "Anti-social behaviour"],
  ["acquisitive_crime", "Acquisitive crime"],
  ["neighbourhood_crime", "Neighbourhood crime"],
  ["vawg", "Violence against women and girls"],
  ["domestic_abuse", "Domestic abuse"],
  ["serious_violence", "Serious violence"],
  ["knife_crime", "Knife crime"],
  ["burglary", "Burglary"],
  ["vehicle_crime", "Vehicle crime"],
  ["robbery_theft", "Robbery and theft from the person"],
  ["retail_crime", "Retail crime"],
  ["drugs_county_lines", "Drugs and county lines"],
  ["exploitation", "Exploitation and modern slavery"],
  ["hate_crime", "Hate crime"],
  ["fraud_cyber", "Fraud and cyber crime"],
  ["road_safety", "Road safety"],
  ["reoffending", "Reoffending"],
  ["youth", "Young people at risk"],
  ["prevent", "Prevent"],
  ["cohesion", "Cohesion"],
  ["fire", "Fire"],
  ["rural_heritage", "Rural and heritage crime"],
  ["criminal_damage", "Criminal damage and public order"],
  ["night_time_economy", "Night-time economy"],
  ["substance_misuse", "Substance misuse"],
  ["vulnerability", "Vulnerability"],
];

const BATCH = 100;

/** ONS lookup, December 2024 (Open Government Licence v3): local authority to CSP to police force area. */
export async function up(tools: MigrationTools): Promise<void> {
  const db = tools.db as Kysely<DatabaseSchema>;
  await db
    .insertInto("theme")
    .values(THEMES.map(([code, name], index) => ({ code, name, position: index + 1 })))
    .execute();

  const file = new URL("../reference/csp-lookup-dec2024.csv", import.meta.url);
  const rows: LookupRow[] = parse(readFileSync(file), { columns: true, bom: true });
  const authorities = new Map(rows.map((row) => [row.ltla24_code, row.ltla24_name]));
  const partnerships = new Map(rows.map((row) => [row.csp24_code, row]));
  for (const batch of batches([...authorities])) {
    await db
      .insertInto("local_authority")
      .values(batch.map(([code, name]) => ({ code, name })))
      .execute();
  }
  for (const batch of batches([...partnerships.values()])) {
    await db
      .insertInto("official_partnership")
      .values(
        batch.map((row) => ({
          code: row.csp24_code,
          name: row.csp24_name,
          police_area_code: row.pfa24_code,
          police_area_name: row.pfa24_name,
        })),
      )
      .execute();
  }
  for (const batch of batches(rows)) {
    await db
      .insertInto("official_partnership_authority")
      .values(batch.map((row) => ({ official_code: row.csp24_code, local_authority_code: row.ltla24_code })))
      .execute();
  }
}

function batches<T>(rows: T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, index) =>
    rows.slice(index * BATCH, (index + 1) * BATCH),
  );
}
