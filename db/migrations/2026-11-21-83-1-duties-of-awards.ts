import type { MigrationTools } from "./migration.ts";

/** What an award owes its funder: conditions, monitoring returns; and how long its delivery was extended. */
export async function up({ run, columns, guards }: MigrationTools): Promise<void> {
  const { id, integer: int, tableOptions: end } = columns;
  await run(
    `create table award_condition (
      id ${id}, award_id ${int} not null references award (id), text text not null check (text <> ''), due_on text,
      met_on text, evidence text, waived_because text, settled_by ${int} references person (id),
      version ${int} not null check (version > 0), saved_at text not null, saved_by ${int} references person (id),
      check (met_on is null or evidence is not null), check (met_on is null or waived_because is null)) ${end}`,
    `create index award_condition_award on award_condition (award_id, id)`,
    `create index award_condition_open on award_condition (award_id, due_on)
      where met_on is null and waived_because is null`,
    `create index award_condition_due on award_condition (due_on)
      where met_on is null and waived_because is null`,
    `create table award_extension (
      id ${id}, award_id ${int} not null references award (id), delivery_to_before text,
      delivery_to text not null, reason text not null, agreed_on text, decision_reference text,
      recorded_at text not null, recorded_by ${int} references person (id)) ${end}`,
    `create index award_extension_award on award_extension (award_id, id)`,
    ...guards.appendOnly("award_extension", "id"),
    `create table award_return (
      id ${id}, award_id ${int} not null references award (id), period_from text not null, period_to text not null,
      due_on text not null, submitted_on text, submitted_by ${int} references person (id), funder_reference text, note text,
      figures_json text, waived_because text, version ${int} not null check (version > 0), saved_at text not null,
      saved_by ${int} references person (id), check (period_from <= period_to),
      check ((submitted_on is null) = (figures_json is null)),
      check (submitted_on is null or waived_because is null)) ${end}`,
    `create index award_return_open on award_return (award_id, due_on)
      where submitted_on is null and waived_because is null`,
    `create index award_return_due on award_return (due_on) where submitted_on is null and waived_because is null`,
  );
}
