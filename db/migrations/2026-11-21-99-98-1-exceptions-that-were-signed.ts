import type { MigrationTools } from "./migration.ts";

/**
 * What the funder agreed to set aside is part of what is signed. A sign-off that was asked for before did not keep it, and is
 * not held against it: what it kept stays as it was signed.
 */
export async function up({ run, columns }: MigrationTools): Promise<void> {
  await run(
    `alter table bid_sign_off add column keeps_exceptions ${columns.integer} not null default 0
      check (keeps_exceptions in (0, 1))`,
  );
}
