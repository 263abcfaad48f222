import type { MigrationTools } from "./migration.ts";

/** What was agreed about an award besides its money: offer and acceptance, terms, and an agreement for each year. */
export async function up({ run, columns }: MigrationTools): Promise<void> {
  const { id, integer: int, tableOptions: end } = columns;
  await run(
    `create table award_terms (
      award_id ${int} primary key references award (id), offered_on text, offer_reference text, accepted_on text,
      acceptance_reference text, decision_url text, no_transfer ${int} not null check (no_transfer in (0, 1)),
      capital_only ${int} not null check (capital_only in (0, 1)),
      match_percentage ${int} check (match_percentage between 0 and 100), contact_name text, contact_email text,
      version ${int} not null check (version > 0), saved_at text not null, saved_by ${int} references person (id)) ${end}`,
    `create table award_agreement (
      id ${id}, award_id ${int} not null references award (id),
      financial_year ${int} check (financial_year between 1900 and 2200), reference text, signed_on text, note text,
      version ${int} not null check (version > 0), saved_at text not null, saved_by ${int} references person (id)) ${end}`,
    // One agreement for each year, and one for all years of the award at most.
    `create unique index award_agreement_year on award_agreement (award_id, coalesce(financial_year, 0))`,
  );
}
