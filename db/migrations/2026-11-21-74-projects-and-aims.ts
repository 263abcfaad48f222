import { type MigrationTools, pence, source } from "./migration.ts";

/** Who takes part in a project and what they give of their own; the aims of a priority area and the work under it. */
export async function up({ run, columns }: MigrationTools): Promise<void> {
  const { id, integer: int, tableOptions: end } = columns;
  const statuses = `'planned', 'going_on', 'going_on_unfunded', 'paused', 'completed', 'stopped'`;
  const titles = (table: string, owner: string) =>
    `create table ${table} (
      ${owner}_id ${int} not null references ${owner} (id), position ${int} not null, title text not null,
      primary key (${owner}_id, position)) ${end}`;
  await run(
    `alter table project add column status text check (status in (${statuses}))`,
    titles("project_partner", "project"),
    titles("project_place", "project"),
    `create table project_other_partnership (
      project_id ${int} not null references project (id), partnership_id ${int} not null references partnership (id),
      primary key (project_id, partnership_id)) ${end}`,
    `create index project_other_partnership_partnership on project_other_partnership (partnership_id, project_id)`,
    `create table own_contribution (
      id ${id}, project_id ${int} not null references project (id), contributor text not null,
      form text not null check (form in ('cash', 'in_kind')), description text,
      financial_year ${int} check (financial_year between 1900 and 2200), ${pence("amount_pence", int)},
      recorded_at text not null, version ${int} not null default 1, ${source(int)}) ${end}`,
    `create index own_contribution_project on own_contribution (project_id, id)`,
    titles("priority_aim", "priority"),
    `create table priority_project (
      priority_id ${int} not null references priority (id), project_id ${int} not null references project (id),
      primary key (priority_id, project_id)) ${end}`,
    `create index priority_project_project on priority_project (project_id)`,
  );
}
