import type { MigrationTools } from "./migration.ts";

/** What the funder agreed where a version of an award goes against the award's special terms. */
export async function up({ run }: MigrationTools): Promise<void> {
  await run(
    `alter table award_version add column terms_agreement text check (terms_agreement is null or terms_agreement <> '')`,
  );
}
