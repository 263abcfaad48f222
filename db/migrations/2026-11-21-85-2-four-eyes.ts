import type { MigrationTools } from "./migration.ts";

/** Whether a second person confirms the next version of an award, and who asks for it to be confirmed. */
export async function up({ run, columns }: MigrationTools): Promise<void> {
  const { integer: int } = columns;
  await run(
    `alter table partnership add column second_person ${int} not null default 0 check (second_person in (0, 1))`,
    `alter table award_draft add column asked_by ${int} references person (id)`,
    `alter table award_draft add column asked_at text`,
    `alter table award_draft add column asked_after ${int}`,
    `create index award_draft_asked on award_draft (asked_at) where asked_at is not null`,
  );
}
