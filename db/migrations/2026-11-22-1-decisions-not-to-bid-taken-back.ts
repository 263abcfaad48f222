import type { MigrationTools } from "./migration.ts";

/**
 * Until when a decision not to bid stood: until another took its place, or until it was taken back, which has its day and
 * its reason. So each of them stays, and what was known on a past day can be told.
 */
export async function up({ run, columns }: MigrationTools): Promise<void> {
  const { integer: int } = columns;
  await run(
    `alter table round_not_bid add column until text`,
    `alter table round_not_bid add column taken_back_on text`,
    `alter table round_not_bid add column taken_back_because text
      check (taken_back_because is null or taken_back_because <> '')`,
    `alter table round_not_bid add column taken_back_by ${int} references person (id)`,
  );
}
