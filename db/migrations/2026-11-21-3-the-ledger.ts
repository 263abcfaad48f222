import { type MigrationTools, pence, source } from "./migration.ts";

export async function up({ run, columns, guards, search }: MigrationTools): Promise<void> {
  const { id, integer: int, tableOptions: end } = columns;
  const stream = (column: string) => `${column} text check (${column} in ('revenue', 'capital'))`;
  const dimensions = `partnership_id ${int} references partnership (id), financial_year ${int},
    project_id ${int} references project (id), priority_id ${int} references priority (id), ${stream("stream")}`;
  const sums = `gross_pence ${int} not null, passed_on_pence ${int} not null, not_recorded ${int} not null, approximate_pence ${int} not null`;
  await run(
    `create table award (
      id ${id}, reference text not null unique, title text not null, bid_id ${int} references bid (id),
      round_id ${int} references round (id),
      recorded_by_partnership_id ${int} not null references partnership (id),
      accountable_body_id ${int} references organisation (id), received_through_id ${int} references organisation (id),
      recipient text, purpose text, delivery_from text, delivery_to text, status_note text, note text,
      created_by ${int} references person (id), created_at text not null,
      version ${int} not null default 1, ${source(int)}) ${end}`,
    `create index award_bid on award (bid_id)`,
    ...search.index("award"),
    `create table award_partnership (
      award_id ${int} not null references award (id), partnership_id ${int} not null references partnership (id),
      part text not null check (part in ('lead', 'partner', 'recorder')), primary key (award_id, partnership_id)) ${end}`,
    `create index award_partnership_partnership on award_partnership (partnership_id, award_id)`,
    `create unique index award_partnership_one_lead on award_partnership (award_id) where part = 'lead'`,
    `create table award_strand (
      id ${id}, award_id ${int} not null references award (id), position ${int} not null, title text not null,
      theme_id ${int} references theme (id)) ${end}`,
    `create table award_draft (
      award_id ${int} primary key references award (id), form_json text not null,
      updated_by ${int} references person (id), updated_at text not null, version ${int} not null default 1) ${end}`,

    // What a version lacks or has too much may only be nothing: see `residual`.
    `create table zero (v ${int} primary key check (v = 0)) ${end}`,
    `insert into zero (v) values (0)`,
    `create table award_version (
      id ${id}, award_id ${int} not null references award (id), number ${int} not null check (number > 0),
      kind text not null check (kind in ('original', 'variation', 'uplift', 'reduction', 'apportionment', 'correction', 'void')),
      effective_on text not null,
      effective_basis text not null check (effective_basis in ('day', 'month', 'year', 'financial-year', 'document', 'recorded')),
      decided_on text, reason text not null, decision_reference text,
      ${pence("amount_pence", int)},
      amount_basis text not null check (amount_basis in ('exact', 'approximate', 'not_recorded')),
      funder_id ${int} references funder (id), fund_id ${int} references fund (id),
      lines_pence ${int} not null default 0, line_count ${int} not null default 0,
      residual ${int} generated always as (coalesce(amount_pence, 0) - lines_pence) stored
        references zero (v) deferrable initially deferred,
      created_by ${int} references person (id), created_at text not null,
      sealed_at text, sealed_by ${int} references person (id), seq ${int} references audit_entry (seq),
      ${source(int)},
      unique (award_id, number), unique (id, award_id),
      check ((amount_pence is null) = (amount_basis = 'not_recorded')),
      check (kind <> 'void' or (amount_pence is not null and amount_pence = 0)),
      check ((sealed_at is null) = (seq is null)),
      check (sealed_at is null
        or (lines_pence = coalesce(amount_pence, 0) and (amount_pence is not null or line_count = 1)))) ${end}`,
    `create index award_version_in_force on award_version (award_id, effective_on, seq)`,
    `create unique index award_version_seq on award_version (seq)`,
    `create table version_may_include (
      version_id ${int} not null references award_version (id), other_award_id ${int} not null references award (id),
      note text, primary key (version_id, other_award_id)) ${end}`,
    `create index version_may_include_other on version_may_include (other_award_id)`,

    `create table allocation_line (
      id ${id}, version_id ${int} not null, award_id ${int} not null, position ${int} not null,
      ${dimensions}, theme_id ${int} references theme (id), ${pence("amount_pence", int)}, label text,
      inside_award_id ${int} references award (id), inside_partnership_id ${int}, inside_financial_year ${int},
      inside_project_id ${int} references project (id), inside_priority_id ${int} references priority (id),
      ${stream("inside_stream")},
      counted_theme_id ${int} references theme (id), counted_fund_id ${int} references fund (id),
      counted_funder_id ${int} references funder (id),
      counted_approximate ${int} not null default 0 check (counted_approximate in (0, 1)),
      outer_theme_id ${int} references theme (id),
      outer_approximate ${int} not null default 0 check (outer_approximate in (0, 1)),
      foreign key (version_id, award_id) references award_version (id, award_id),
      foreign key (award_id, partnership_id) references award_partnership (award_id, partnership_id),
      foreign key (inside_award_id, inside_partnership_id) references award_partnership (award_id, partnership_id),
      check (inside_award_id is null or inside_award_id <> award_id)) ${end}`,
    `create index allocation_line_version on allocation_line (version_id)`,
    `create index allocation_line_inside on allocation_line (inside_award_id) where inside_award_id is not null`,
    `create index allocation_line_award on allocation_line (award_id)`,
    `create index allocation_line_project on allocation_line (project_id) where project_id is not null`,
    `create index allocation_line_priority on allocation_line (priority_id) where priority_id is not null`,
    ...guards.ledger(),

    `create table posting (
      id ${id}, seq ${int} not null references audit_entry (seq), award_id ${int} not null references award (id),
      version_id ${int} not null references award_version (id), effective_on text not null,
      ${dimensions}, theme_id ${int} references theme (id), fund_id ${int} references fund (id),
      funder_id ${int} references funder (id), ${sums}, line_count ${int} not null) ${end}`,
    `create index posting_award on posting (award_id, effective_on)`,
    `create index posting_version on posting (version_id)`,
    `create index posting_partnership on posting (partnership_id, effective_on, seq, financial_year, stream, gross_pence, passed_on_pence, not_recorded, approximate_pence, award_id, line_count)`,
    `create index posting_effective on posting (effective_on, seq)`,
    `create index posting_seq on posting (seq, effective_on)`,
    ...guards.appendOnly("posting", "id"),

    `create table summary_partnership (
      partnership_id ${int} not null, unsplit_award_id ${int} not null, financial_year ${int} not null, stream text not null,
      ${sums}, primary key (partnership_id, unsplit_award_id, financial_year, stream)) ${end}`,
    `create table summary_fund (
      fund_id ${int} not null, funder_id ${int} not null, financial_year ${int} not null,
      ${sums}, primary key (fund_id, funder_id, financial_year)) ${end}`,
    ...guards.summaries(),
  );
}
