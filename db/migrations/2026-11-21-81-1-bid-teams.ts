import type { MigrationTools } from "./migration.ts";

/** Who looks after a bid: one owner at most, helpers, watchers; each person once. */
export async function up({ run, columns }: MigrationTools): Promise<void> {
  const { integer: int, tableOptions: end } = columns;
  await run(
    `create table bid_team (
      bid_id ${int} not null references bid (id), person_id ${int} not null references person (id),
      part text not null check (part in ('owner', 'helper', 'watcher')), primary key (bid_id, person_id)) ${end}`,
    `create unique index bid_team_owner on bid_team (bid_id) where part = 'owner'`,
    `create index bid_team_person on bid_team (person_id, part, bid_id)`,
  );
}
