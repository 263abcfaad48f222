import type { MigrationTools } from "./migration.ts";

/** That an award is on hold from a day, and, where it was taken off, until when. What was known of it is kept. */
export async function up({ run, columns, guards }: MigrationTools): Promise<void> {
  const { id, integer: int, tableOptions: end } = columns;
  await run(
    `create table award_hold (
      id ${id}, award_id ${int} not null references award (id), held_from text not null,
      reason text not null check (reason <> ''), attachment_id ${int} references attachment (id),
      recorded_at text not null, recorded_by ${int} references person (id),
      lifted_on text, lifted_because text, lifted_at text, lifted_by ${int} references person (id),
      check ((lifted_on is null) = (lifted_because is null)),
      check ((lifted_on is null) = (lifted_at is null)), check (lifted_on >= held_from)) ${end}`,
    `create unique index award_hold_open on award_hold (award_id) where lifted_on is null`,
    `create index award_hold_award on award_hold (award_id, id)`,
    `create table award_hold_known (
      id ${int} not null, seq ${int} not null check (seq >= 0), gone ${int} not null check (gone in (0, 1)),
      award_id ${int} not null references award (id), held_from text not null, lifted_on text,
      primary key (id, seq)) ${end}`,
    `create index award_hold_known_award on award_hold_known (award_id)`,
    ...guards.remembers("award_hold", "id", ["award_id", "held_from", "lifted_on"]),
  );
}
