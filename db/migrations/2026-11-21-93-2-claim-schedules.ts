import { type MigrationTools, pence, source } from "./migration.ts";

/**
 * When claims are due and at what price a result is paid; and claims of which a document says how many results they were
 * for and not how much: their amount is not recorded, which is not £0.
 */
export async function up({ run, columns, guards }: MigrationTools): Promise<void> {
  const { id, integer: int, tableOptions: end } = columns;
  const added = [
    "unit text",
    `${pence("unit_pence", int)} check (unit_pence > 0)`,
    ...source(int).split(", "),
  ];
  const checks = [
    "check (claimed_pence is not null or results is not null)",
    "check (unit_pence is null or results is not null)",
    "check (unit_pence is null or claimed_pence is null or claimed_pence = results * unit_pence)",
    "check (status in ('draft', 'withdrawn') or signed_at is not null or source_document_id is not null)",
  ];
  const claim = `create table claim (
      id ${id}, award_id ${int} not null references award (id), number ${int} not null check (number > 0),
      period_from text not null, period_to text not null,
      payment text not null check (payment in ('arrears', 'advance', 'results')),
      results ${int} check (results > 0),
      status text not null check (status in ('draft', 'signed', 'submitted', 'queried', 'part_paid', 'paid', 'withdrawn')),
      ${pence("claimed_pence", int)}, ${pence("received_pence", int)} not null default 0,
      note text, written_by ${int} references person (id), signed_by ${int} references person (id), signed_at text,
      submitted_on text, funder_reference text, recorded_at text not null,
      version ${int} not null default 1 check (version > 0), ${added.join(", ")},
      unique (award_id, number), check (period_from <= period_to), check (claimed_pence > 0),
      check (results is null or payment = 'results'),
      check (received_pence <= claimed_pence or payment = 'advance'),
      check (signed_by is null or written_by is null or signed_by <> written_by),
      check (status not in ('draft', 'signed', 'withdrawn') or received_pence = 0),
      check (status <> 'paid' or received_pence >= claimed_pence), ${checks.join(", ")}) ${end}`;
  await run(
    ...guards.claimsWithoutAmount({ claim, added, checks }),
    ...guards.draftClaimLines(),
    `create table claim_schedule (
      award_id ${int} primary key references award (id),
      rhythm text not null check (rhythm in ('quarterly', 'half_yearly', 'once')),
      payment text not null check (payment in ('arrears', 'advance', 'results')),
      period_from text not null, period_to text not null, due_days ${int} check (due_days between 0 and 365),
      unit text, ${pence("unit_pence", int)} check (unit_pence > 0),
      version ${int} not null check (version > 0), saved_at text not null, saved_by ${int} references person (id),
      check (period_from <= period_to), check (unit_pence is null or payment = 'results')) ${end}`,
    `create table claim_due (
      id ${id}, award_id ${int} not null references award (id), period_from text not null, period_to text not null,
      due_on text not null, claim_id ${int} references claim (id),
      unique (award_id, period_from), check (period_from <= period_to)) ${end}`,
    `create index claim_due_open on claim_due (due_on) where claim_id is null`,
    `create index claim_due_claim on claim_due (claim_id) where claim_id is not null`,
  );
}
