import type { MigrationTools } from "./migration.ts";

/** The returns and strands of one record are come by without those of all others being read. */
export async function up({ run }: MigrationTools): Promise<void> {
  await run(
    "create index award_return_award on award_return (award_id, due_on)",
    "create index award_strand_award on award_strand (award_id)",
    "create index project_strand_project on project_strand (project_id)",
  );
}
