import { type MigrationTools, pence } from "./migration.ts";

/** What is claimed from a funder against an award, and what came of it. */
export async function up({ run, columns, guards }: MigrationTools): Promise<void> {
  const { id, integer: int, tableOptions: end } = columns;
  await run(
    `create table claim (
      id ${id}, award_id ${int} not null references award (id), number ${int} not null check (number > 0),
      period_from text not null, period_to text not null,
      payment text not null check (payment in ('arrears', 'advance', 'results')),
      results ${int} check (results > 0),
      status text not null check (status in ('draft', 'signed', 'submitted', 'queried', 'part_paid', 'paid', 'withdrawn')),
      ${pence("claimed_pence", int)} not null, ${pence("received_pence", int)} not null default 0,
      note text, written_by ${int} references person (id), signed_by ${int} references person (id), signed_at text,
      submitted_on text, funder_reference text, recorded_at text not null,
      version ${int} not null default 1 check (version > 0),
      unique (award_id, number), check (period_from <= period_to), check (claimed_pence > 0),
      check (results is null or payment = 'results'),
      check (received_pence <= claimed_pence or payment = 'advance'),
      check (signed_by is null or written_by is null or signed_by <> written_by),
      check (status in ('draft', 'withdrawn') or signed_at is not null),
      check (status not in ('draft', 'signed', 'withdrawn') or received_pence = 0),
      check (status <> 'paid' or received_pence >= claimed_pence)) ${end}`,
    `create table claim_line (
      id ${id}, claim_id ${int} not null references claim (id), position ${int} not null,
      financial_year ${int} not null, stream text check (stream in ('revenue', 'capital')),
      project_id ${int} references project (id), ${pence("amount_pence", int)} not null,
      unique (claim_id, position), check (amount_pence > 0)) ${end}`,
    `create index claim_line_project on claim_line (project_id) where project_id is not null`,
    ...guards.appendOnly("claim_line", "id"),
    `create table claim_receipt (
      id ${id}, claim_id ${int} not null references claim (id), received_on text not null,
      amount_pence ${int} not null check (amount_pence <> 0), reference text,
      reverses_id ${int} unique references claim_receipt (id), reason text,
      recorded_at text not null, recorded_by ${int} references person (id),
      check ((reverses_id is null) = (amount_pence > 0)), check (reverses_id is null or reason is not null)) ${end}`,
    `create index claim_receipt_claim on claim_receipt (claim_id, id)`,
    ...guards.appendOnly("claim_receipt", "id"),
    `create table claim_event (
      id ${id}, claim_id ${int} not null references claim (id), action text not null, happened_on text not null,
      reason text, person_id ${int} references person (id), recorded_at text not null) ${end}`,
    `create index claim_event_claim on claim_event (claim_id, id)`,
    ...guards.appendOnly("claim_event", "id"),
  );
}
