import type { MigrationTools } from "./migration.ts";

/** The costs of a bid and the targets of its outcomes have sources too: an amount of a year and stream, a measure's target. */
export async function up({ run, columns }: MigrationTools): Promise<void> {
  const { id, integer: int, tableOptions: end } = columns;
  const kept = `attachment_id, figure, version_id, item, stated_value, place, stated_at, stated_by, taken_back_at,
    taken_back_by`;
  await run(
    `create table figure_source_of_bids_too (
      id ${id}, attachment_id ${int} not null references attachment (id),
      figure text not null
        check (figure in ('awarded', 'requested', 'match', 'baseline', 'pot', 'cap', 'match_percent', 'capital_share',
          'claimed', 'results', 'received', 'cost', 'target')),
      version_id ${int} references award_version (id),
      item text, stated_value text, place text,
      stated_at text not null, stated_by ${int} references person (id),
      taken_back_at text, taken_back_by ${int} references person (id),
      check ((figure = 'awarded') = (version_id is not null)),
      check ((figure in ('match', 'baseline', 'received', 'cost', 'target')) = (item is not null)),
      check (taken_back_at is not null or taken_back_by is null)) ${end}`,
    `insert into figure_source_of_bids_too (${kept}) select ${kept} from figure_source order by id`,
    `drop table figure_source`,
    `alter table figure_source_of_bids_too rename to figure_source`,
    `create index figure_source_attachment on figure_source (attachment_id, id)`,
    `create index figure_source_version on figure_source (version_id) where version_id is not null`,
  );
}
