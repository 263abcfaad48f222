import type { MigrationTools } from "./migration.ts";

export async function up({ run, columns, guards }: MigrationTools): Promise<void> {
  const { id, integer: int, tableOptions: end } = columns;
  await run(
    `create table published_report (
      id ${id}, partnership_id ${int} not null references partnership (id), title text not null, committee text,
      meeting_on text, introduction text, grouped_by text not null, as_at text not null, known_at text not null,
      ledger_position ${int} not null check (ledger_position >= 0), total_pence ${int} not null, body_html text not null,
      file_html text not null, file_csv text not null, fingerprint text not null, public_name text unique,
      published_at text not null, published_by ${int} references person (id)) ${end}`,
    `create index published_report_partnership on published_report (partnership_id, id)`,
    ...guards.appendOnly("published_report", "id"),
    `create table published_report_withdrawal (
      published_report_id ${int} primary key references published_report (id), reason text not null,
      withdrawn_at text not null, withdrawn_by ${int} references person (id)) ${end}`,
    ...guards.appendOnly("published_report_withdrawal", "published_report_id"),
  );
}
