import type { MigrationTools } from "./migration.ts";

/** What somebody has to do for a bid or an award, by a day. A settled task is kept. */
export async function up({ run, columns }: MigrationTools): Promise<void> {
  const { id, integer: int, tableOptions: end } = columns;
  await run(
    `create table task (
      id ${id}, bid_id ${int} references bid (id), award_id ${int} references award (id),
      what text not null check (what <> ''), assignee_id ${int} not null references person (id), due_on text not null,
      outcome text check (outcome in ('done', 'not_needed')), settled_on text, settled_by ${int} references person (id),
      settled_note text, made_at text not null, made_by ${int} references person (id),
      version ${int} not null check (version > 0),
      check ((bid_id is null) <> (award_id is null)),
      check ((outcome is null) = (settled_on is null)),
      check (outcome is not null or (settled_by is null and settled_note is null))) ${end}`,
    `create index task_bid on task (bid_id, id) where bid_id is not null`,
    `create index task_award on task (award_id, id) where award_id is not null`,
    `create index task_open_of_person on task (assignee_id, due_on, id) where outcome is null`,
    `create index task_open_by_day on task (due_on, id) where outcome is null`,
  );
}
