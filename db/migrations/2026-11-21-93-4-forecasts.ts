import { type MigrationTools, pence } from "./migration.ts";

/** What will still be spent of a year, what the funder lets over into another one, and what it allocates beyond its money. */
export async function up({ run, columns, guards }: MigrationTools): Promise<void> {
  const { id, integer: int, tableOptions: end } = columns;
  await run(
    `create table spend_forecast (
      award_id ${int} not null references award (id), financial_year ${int} not null,
      ${pence("committed_pence", int)} not null, ${pence("forecast_pence", int)} not null, note text,
      version ${int} not null check (version > 0), saved_at text not null, saved_by ${int} references person (id),
      primary key (award_id, financial_year)) ${end}`,
    `create table carry_over (
      id ${id}, award_id ${int} not null references award (id), from_year ${int} not null, to_year ${int} not null,
      ${pence("amount_pence", int)} not null, approved_on text not null, reference text not null check (reference <> ''),
      note text, recorded_at text not null, recorded_by ${int} references person (id),
      check (amount_pence > 0), check (from_year < to_year)) ${end}`,
    `create index carry_over_award on carry_over (award_id, id)`,
    ...guards.appendOnly("carry_over", "id"),
    `create table over_allocation (
      award_id ${int} primary key references award (id), percentage ${int} not null check (percentage between 100 and 200),
      reason text not null check (reason <> ''), version ${int} not null check (version > 0), saved_at text not null,
      saved_by ${int} references person (id)) ${end}`,
  );
}
