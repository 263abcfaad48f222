import type { MigrationTools } from "./migration.ts";

/** What the list of bids is searched, put in order and narrowed by. */
export async function up({ run, search }: MigrationTools): Promise<void> {
  await run(
    // The words of the purpose are found too, and the bids of a project by its name.
    ...search.remove("bid"),
    ...search.index("bid"),
    ...search.index("project"),
    `create index bid_title on bid (lower(title), id)`,
    `create index bid_requested on bid (requested_pence, id)`,
    `create index bid_expected_decision on bid (expected_decision, id)`,
    `create index bid_stage on bid ((case status when 'draft' then 1 when 'awaiting_sign_off' then 2
      when 'submitted' then 3 when 'clarification_requested' then 4 when 'reserve' then 5 when 'awarded' then 6
      when 'part_awarded' then 7 when 'unsuccessful' then 8 else 9 end), id)`,
    `create index bid_priority_priority on bid_priority (priority_id, bid_id)`,
    `create index bid_project_project on bid_project (project_id, bid_id)`,
  );
}
