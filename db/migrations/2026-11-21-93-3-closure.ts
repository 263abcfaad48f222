import type { MigrationTools } from "./migration.ts";

/** What goes back to the funder of an award, and that the award is closed. */
export async function up({ run, columns, guards }: MigrationTools): Promise<void> {
  const { id, integer: int, tableOptions: end } = columns;
  await run(
    `create table repayment (
      id ${id}, award_id ${int} not null references award (id), repaid_on text not null,
      amount_pence ${int} not null check (amount_pence <> 0), reference text,
      reverses_id ${int} unique references repayment (id), reason text,
      recorded_at text not null, recorded_by ${int} references person (id),
      check ((reverses_id is null) = (amount_pence > 0)), check (reverses_id is null or reason is not null)) ${end}`,
    `create index repayment_award on repayment (award_id, id)`,
    ...guards.appendOnly("repayment", "id"),
    `create table award_closure (
      id ${id}, award_id ${int} not null references award (id), closed_on text not null,
      evaluation text not null check (evaluation <> ''), evidence_until text not null, note text,
      closed_at text not null, closed_by ${int} references person (id),
      reopened_on text, reopened_because text, reopened_at text, reopened_by ${int} references person (id),
      check ((reopened_on is null) = (reopened_because is null)),
      check ((reopened_on is null) = (reopened_at is null)), check (closed_on <= evidence_until)) ${end}`,
    `create unique index award_closure_open on award_closure (award_id) where reopened_on is null`,
    `create index award_closure_award on award_closure (award_id, id)`,
  );
}
