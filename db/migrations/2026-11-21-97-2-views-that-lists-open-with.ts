import type { MigrationTools } from "./migration.ts";

/** Each list opens with a view of its own, not the list of bids alone. */
export async function up({ run, columns }: MigrationTools): Promise<void> {
  const { integer: int, tableOptions: end } = columns;
  await run(
    `create table default_view_of_list (
      person_id ${int} not null references person (id), list text not null check (list in ('bids', 'standing')),
      view_id ${int} not null references saved_view (id), primary key (person_id, list)) ${end}`,
    `insert into default_view_of_list (person_id, list, view_id)
      select default_view.person_id, saved_view.list, default_view.view_id
      from default_view join saved_view on saved_view.id = default_view.view_id`,
    `drop table default_view`,
    `alter table default_view_of_list rename to default_view`,
    `create index default_view_view on default_view (view_id)`,
  );
}
