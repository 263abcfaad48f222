import { type MigrationTools, pence } from "./migration.ts";

/** What a bid says beyond its main details, section by section; and how likely its manager holds it to be. */
export async function up({ run, columns }: MigrationTools): Promise<void> {
  const { id, integer: int, real, tableOptions: end } = columns;
  const sections = `'organisations', 'area', 'need', 'costs', 'match', 'outcomes', 'risks', 'exit_plan', 'people'`;
  const applicants = `'police_and_crime_commissioner', 'local_authority', 'british_transport_police', 'civil_society', 'other'`;
  const rated = (column: string) => `${column} text check (${column} in ('low', 'medium', 'high'))`;
  await run(
    `create table bid_section (
      bid_id ${int} not null references bid (id), section text not null check (section in (${sections})),
      is_complete ${int} not null check (is_complete in (0, 1)), version ${int} not null check (version > 0),
      saved_at text not null, saved_by ${int} references person (id), primary key (bid_id, section)) ${end}`,
    `create table bid_plan (
      bid_id ${int} primary key references bid (id), area text, need text, evidence text, exit_plan text,
      applicant_kind text check (applicant_kind in (${applicants})), sponsor text, delivery_lead text, finance_lead text) ${end}`,
    `create table bid_ward (
      bid_id ${int} not null references bid (id), position ${int} not null, name text not null,
      primary key (bid_id, position), unique (bid_id, name)) ${end}`,
    `create table bid_organisation (
      bid_id ${int} not null references bid (id), position ${int} not null,
      organisation_id ${int} not null references organisation (id),
      part text not null check (part in ('member', 'delivery')), contribution text,
      primary key (bid_id, position), unique (bid_id, organisation_id, part)) ${end}`,
    `create table bid_cost (
      bid_id ${int} not null references bid (id), financial_year ${int} not null check (financial_year between 1900 and 2200),
      stream text not null check (stream in ('revenue', 'capital')), ${pence("amount_pence", int)},
      primary key (bid_id, financial_year, stream), check (amount_pence is not null)) ${end}`,
    `create table bid_match (
      bid_id ${int} not null references bid (id), position ${int} not null,
      organisation_id ${int} not null references organisation (id), description text,
      form text check (form in ('cash', 'in_kind')), standing text check (standing in ('pledged', 'confirmed')),
      ${pence("amount_pence", int)}, primary key (bid_id, position)) ${end}`,
    `create index bid_match_organisation on bid_match (organisation_id)`,
    `create table bid_promise (
      bid_id ${int} not null references bid (id), position ${int} not null, measure text not null, unit text,
      baseline_value ${real}, target_value ${real}, target_on text, primary key (bid_id, position)) ${end}`,
    `create table bid_risk (
      bid_id ${int} not null references bid (id), position ${int} not null, risk text not null,
      ${rated("likelihood")}, ${rated("impact")}, mitigation text, owner text, primary key (bid_id, position)) ${end}`,
    `create table bid_agreed_exception (
      id ${id}, bid_id ${int} not null references bid (id), rule text not null, reason text not null,
      agreed_by text not null, agreed_on text, person_id ${int} references person (id), recorded_at text not null,
      taken_back_at text, taken_back_by ${int} references person (id)) ${end}`,
    `create unique index bid_agreed_exception_current on bid_agreed_exception (bid_id, rule) where taken_back_at is null`,
    `create table bid_likelihood (
      bid_id ${int} primary key references bid (id), percent ${int} not null check (percent between 0 and 100),
      set_by ${int} references person (id), set_at text not null, version ${int} not null check (version > 0)) ${end}`,
  );
}
