import type { MigrationTools } from "./migration.ts";

/** What does not agree in a published document, and what a measure says beyond its counts. */
export async function up({ run, columns }: MigrationTools): Promise<void> {
  const { id, integer: int, tableOptions: end } = columns;
  await run(
    `create table source_discrepancy (
      id ${id}, source_document_id ${int} not null references source_document (id), issue text not null check (issue <> ''),
      paragraph text, noted_by ${int} references person (id), noted_at text not null, unique (source_document_id, issue)) ${end}`,
    `alter table measure add column part_of_id ${int} references measure (id)`,
    `alter table measure add column difference_note text`,
    `alter table measure add column cost_caveat text`,
    `create index measure_part_of on measure (part_of_id)`,
    `create index measure_source_document on measure (source_document_id)`,
  );
}
