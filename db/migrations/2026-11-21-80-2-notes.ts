import type { MigrationTools } from "./migration.ts";

/** What people write down beside a bid or an award. A note never changes: it is withdrawn and written anew. */
export async function up({ run, columns, guards }: MigrationTools): Promise<void> {
  const { id, integer: int, tableOptions: end } = columns;
  await run(
    `create table note (
      id ${id}, bid_id ${int} references bid (id), award_id ${int} references award (id), text text not null,
      written_at text not null, written_by ${int} references person (id),
      check ((bid_id is null) <> (award_id is null))) ${end}`,
    `create index note_bid on note (bid_id, id) where bid_id is not null`,
    `create index note_award on note (award_id, id) where award_id is not null`,
    ...guards.appendOnly("note", "id"),
    `create table note_withdrawal (
      note_id ${int} primary key references note (id), reason text not null,
      withdrawn_at text not null, withdrawn_by ${int} references person (id)) ${end}`,
    ...guards.appendOnly("note_withdrawal", "note_id"),
  );
}
