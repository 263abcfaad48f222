import { type MigrationTools, pence, source } from "./migration.ts";

export async function up({ run, columns, search }: MigrationTools): Promise<void> {
  const { id, integer: int, tableOptions: end } = columns;
  const statuses = `'draft', 'awaiting_sign_off', 'submitted', 'clarification_requested', 'reserve', 'awarded', 'part_awarded', 'unsuccessful', 'withdrawn'`;
  await run(
    `create table theme (id ${id}, code text not null unique, name text not null unique, position ${int} not null) ${end}`,
    `create table priority (
      id ${id}, partnership_id ${int} not null references partnership (id), title text not null,
      kind text not null check (kind in ('priority', 'cross_cutting', 'overarching', 'key_issue')),
      valid_from text, valid_to text, note text, version ${int} not null default 1, ${source(int)}) ${end}`,
    `create index priority_partnership on priority (partnership_id)`,
    `create table priority_theme (
      priority_id ${int} not null references priority (id), theme_id ${int} not null references theme (id),
      primary key (priority_id, theme_id)) ${end}`,

    `create table project (
      id ${id}, partnership_id ${int} not null references partnership (id), name text not null, description text,
      starts_on text, ends_on text, status_note text, version ${int} not null default 1, ${source(int)}) ${end}`,
    `create index project_partnership on project (partnership_id)`,
    `create table project_strand (
      id ${id}, project_id ${int} not null references project (id), position ${int} not null, title text not null) ${end}`,

    `create table funder (
      id ${id}, name text not null unique, valid_from text, valid_to text,
      successor_id ${int} references funder (id), merged_into_id ${int} references funder (id),
      note text, version ${int} not null default 1, ${source(int)}) ${end}`,
    `create table fund (
      id ${id}, funder_id ${int} references funder (id), name text not null, description text,
      merged_into_id ${int} references fund (id), version ${int} not null default 1, ${source(int)}) ${end}`,
    `create table round (
      id ${id}, fund_id ${int} not null references fund (id), name text not null, opens_on text, closes_at text,
      decision_expected text, delivery_from text, delivery_to text,
      ${pence("pot_pence", int)}, ${pence("cap_pence", int)},
      match_percent ${int} check (match_percent between 0 and 1000), match_note text, who_may_lead text,
      bids_per_area ${int} check (bids_per_area > 0), kind text check (kind in ('competitive', 'allocation')),
      guidance_url text, note text, version ${int} not null default 1, ${source(int)}) ${end}`,

    `create table bid (
      id ${id}, reference text not null unique, title text not null,
      status text not null check (status in (${statuses})),
      round_id ${int} references round (id), fund_id ${int} references fund (id), funder_id ${int} references funder (id),
      recorded_by_partnership_id ${int} not null references partnership (id),
      accountable_body_id ${int} references organisation (id), purpose text, ${pence("requested_pence", int)},
      requested_basis text not null check (requested_basis in ('exact', 'approximate', 'not_recorded')),
      expected_decision text, lead_officer text, created_by ${int} references person (id), created_at text not null,
      submitted_on text, decided_on text, note text, version ${int} not null default 1, ${source(int)},
      check ((requested_pence is null) = (requested_basis = 'not_recorded'))) ${end}`,
    `create index bid_status on bid (status, id)`,
    `create index bid_round on bid (round_id)`,
    ...search.prepare,
    ...search.index("bid"),
    `create table bid_partnership (
      bid_id ${int} not null references bid (id), partnership_id ${int} not null references partnership (id),
      part text not null check (part in ('lead', 'partner', 'recorder')), primary key (bid_id, partnership_id)) ${end}`,
    `create index bid_partnership_partnership on bid_partnership (partnership_id, bid_id)`,
    `create unique index bid_partnership_one_lead on bid_partnership (bid_id) where part = 'lead'`,
    `create table bid_priority (
      bid_id ${int} not null references bid (id), priority_id ${int} not null references priority (id),
      primary key (bid_id, priority_id)) ${end}`,
    `create table bid_project (
      bid_id ${int} not null references bid (id), project_id ${int} not null references project (id),
      primary key (bid_id, project_id)) ${end}`,
    `create table bid_event (
      id ${id}, bid_id ${int} not null references bid (id), at text not null, happened_on text,
      person_id ${int} references person (id), action text not null, from_status text, to_status text not null,
      reason text, reference text) ${end}`,
    `create index bid_event_bid on bid_event (bid_id, id)`,
    `create table reference_counter (kind text primary key check (kind in ('bid', 'award')), last ${int} not null) ${end}`,
    `insert into reference_counter (kind, last) values ('bid', 0), ('award', 0)`,
  );
}
