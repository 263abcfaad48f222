import type { MigrationTools } from "./migration.ts";

/** Why a claim asks for what was reported, or claimed, already: kept by itself, beside the note for finance. */
export async function up({ run }: MigrationTools): Promise<void> {
  await run(`alter table claim add column reason text`);
}
