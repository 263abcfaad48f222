import { type MigrationTools, pence } from "./migration.ts";

/** What an award passes on to delivery organisations: the grants, and what was paid and came back of them. */
export async function up({ run, columns, guards }: MigrationTools): Promise<void> {
  const { id, integer: int, tableOptions: end } = columns;
  await run(
    `create table onward_grant (
      id ${id}, award_id ${int} not null references award (id), number ${int} not null check (number > 0),
      recipient text not null check (recipient <> ''), charity_number text, company_number text, purpose text,
      reference text, agreed_on text, runs_from text, runs_to text, ${pence("amount_pence", int)},
      ${pence("paid_pence", int)} not null default 0, ${pence("returned_pence", int)} not null default 0,
      cancelled_on text, cancelled_because text, recorded_by ${int} references person (id), recorded_at text not null,
      version ${int} not null default 1 check (version > 0),
      unique (award_id, number), check (returned_pence <= paid_pence),
      check (amount_pence is null or paid_pence - returned_pence <= amount_pence),
      check ((cancelled_on is null) = (cancelled_because is null)),
      check (runs_from is null or runs_to is null or runs_from <= runs_to)) ${end}`,
    `create table onward_payment (
      id ${id}, onward_grant_id ${int} not null references onward_grant (id),
      kind text not null check (kind in ('paid', 'returned')), happened_on text not null,
      amount_pence ${int} not null check (amount_pence <> 0), reference text,
      reverses_id ${int} unique references onward_payment (id), reason text,
      recorded_at text not null, recorded_by ${int} references person (id),
      check ((reverses_id is null) = (amount_pence > 0)), check (reverses_id is null or reason is not null)) ${end}`,
    `create index onward_payment_grant on onward_payment (onward_grant_id, id)`,
    ...guards.appendOnly("onward_payment", "id"),
  );
}
