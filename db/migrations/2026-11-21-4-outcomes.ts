import { type MigrationTools, source } from "./migration.ts";

export async function up({ run, columns }: MigrationTools): Promise<void> {
  const { id, integer: int, real, tableOptions: end } = columns;
  await run(
    `create table measure (
      id ${id}, partnership_id ${int} not null references partnership (id), project_id ${int} references project (id),
      name text not null, unit text not null, measure_source text, area text,
      better text check (better in ('up', 'down')), caveat text, target_value ${real}, target_by text,
      stated_change text, stated_percent ${real}, version ${int} not null default 1, ${source(int)}) ${end}`,
    `create index measure_partnership on measure (partnership_id)`,
    `create index measure_project on measure (project_id)`,
    `create table reading (
      id ${id}, measure_id ${int} not null references measure (id),
      kind text not null check (kind in ('baseline', 'reading')), period text, period_from text, period_to text,
      months ${int} check (months between 1 and 600), value ${real},
      is_derived ${int} not null default 0 check (is_derived in (0, 1)), note text, recorded_at text not null, ${source(int)}) ${end}`,
    `create index reading_measure on reading (measure_id, id)`,
  );
}
