import type { MigrationTools } from "./migration.ts";

/** Which report was published: the yearly one has a year, and a document that can be edited beside the others. */
export async function up({ run, columns }: MigrationTools): Promise<void> {
  const { integer: int, bytes } = columns;
  await run(
    `alter table published_report add column report text not null default 'funding_secured'
      check (report in ('funding_secured', 'yearly'))`,
    `alter table published_report add column financial_year ${int} check (
      case when report = 'yearly' then financial_year is not null and financial_year between 1900 and 2200
      else financial_year is null end)`,
    `alter table published_report add column file_docx ${bytes}
      check (case when report = 'yearly' then file_docx is not null else file_docx is null end)`,
    `create index published_report_year on published_report (partnership_id, financial_year, id)
      where financial_year is not null`,
  );
}
