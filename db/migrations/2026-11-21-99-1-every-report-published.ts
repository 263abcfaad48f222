import type { MigrationTools } from "./migration.ts";

/**
 * Which report was published where it is neither "funding secured" with one grouping nor the yearly one, what was asked
 * for, and what of it no position in the ledger holds.
 */
export async function up({ run }: MigrationTools): Promise<void> {
  await run(
    `alter table published_report add column asked text`,
    `alter table published_report add column pinned_json text`,
    `alter table published_report add column kind text check (kind is null or (report = 'funding_secured'
      and asked is not null and kind in ('two_groupings', 'success', 'outcomes_money', 'award_status', 'onward_grants',
        'commissioner_grants')
      and (kind in ('two_groupings', 'outcomes_money') or pinned_json is not null)))`,
  );
}
