import { type MigrationTools, pence } from "./migration.ts";

/** What a bid to a round must keep to; deadlines that moved; rounds that were withdrawn, or not bid for. */
export async function up({ run, columns }: MigrationTools): Promise<void> {
  const { id, integer: int, tableOptions: end } = columns;
  const applicants = `'police_and_crime_commissioner', 'local_authority', 'british_transport_police', 'civil_society', 'other'`;
  const yesOrNo = (column: string) => `${column} ${int} check (${column} in (0, 1))`;
  const added = [
    "announced_on text",
    "expression_of_interest_by text",
    "clarification_from text",
    "clarification_to text",
    "portal_url text",
    yesOrNo("in_kind_counts"),
    yesOrNo("no_transfer_between_years"),
    `capital_share_percent ${int} check (capital_share_percent between 0 and 100)`,
    "withdrawn_on text",
    "withdrawn_reason text",
  ];
  await run(
    ...added.map((column) => `alter table round add column ${column}`),
    `create table round_applicant (
      round_id ${int} not null references round (id), kind text not null check (kind in (${applicants})),
      primary key (round_id, kind)) ${end}`,
    `create table round_year (
      round_id ${int} not null references round (id),
      financial_year ${int} not null check (financial_year between 1900 and 2200), ${pence("cap_pence", int)},
      primary key (round_id, financial_year)) ${end}`,
    `create table round_theme (
      round_id ${int} not null references round (id), theme_id ${int} not null references theme (id),
      primary key (round_id, theme_id)) ${end}`,
    `create table round_deadline_change (
      id ${id}, round_id ${int} not null references round (id), was text, became text, changed_at text not null,
      changed_by ${int} references person (id)) ${end}`,
    `create index round_deadline_change_round on round_deadline_change (round_id, id)`,
    `create table round_not_bid (
      id ${id}, round_id ${int} not null references round (id),
      partnership_id ${int} not null references partnership (id), decided_on text not null, reason text not null,
      recorded_at text not null, recorded_by ${int} references person (id)) ${end}`,
    `create index round_not_bid_round on round_not_bid (round_id, partnership_id)`,
    `create index round_not_bid_partnership on round_not_bid (partnership_id, id)`,
  );
}
