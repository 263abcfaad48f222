import type { MigrationTools } from "./migration.ts";

/** The year in which a financial year starts that holds the day of a column. */
const yearOf = (day: string, int: string) =>
  `cast(substr(${day}, 1, 4) as ${int}) - case when substr(${day}, 6, 2) < '04' then 1 else 0 end`;

/** What was spent of an award, period by period: rows are corrected by later ones and never changed. */
export async function up({ run, columns, guards }: MigrationTools): Promise<void> {
  const { id, integer: int, tableOptions: end } = columns;
  await run(
    `create table spend (
      id ${id}, award_id ${int} not null references award (id), number ${int} not null check (number > 0),
      period_from text not null, period_to text not null, financial_year ${int} not null,
      stream text check (stream in ('revenue', 'capital')), project_id ${int} references project (id),
      amount_pence ${int} not null check (amount_pence <> 0), evidence text,
      corrects_id ${int}, reason text,
      recorded_at text not null, recorded_by ${int} references person (id),
      unique (award_id, number), unique (id, award_id, financial_year),
      foreign key (corrects_id, award_id, financial_year) references spend (id, award_id, financial_year),
      check (period_from <= period_to),
      check (financial_year = ${yearOf("period_from", int)}), check (financial_year = ${yearOf("period_to", int)}),
      check (corrects_id is not null or amount_pence > 0),
      check (corrects_id is not null or evidence is not null),
      check (corrects_id is null or reason is not null)) ${end}`,
    `create index spend_project on spend (project_id) where project_id is not null`,
    `create index spend_corrects on spend (corrects_id) where corrects_id is not null`,
    ...guards.appendOnly("spend", "id"),
  );
}
