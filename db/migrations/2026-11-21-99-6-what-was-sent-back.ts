import type { MigrationTools } from "./migration.ts";

/** Who asked for sign-off finds at once what was sent back to them. */
export async function up({ run }: MigrationTools): Promise<void> {
  await run(
    `create index bid_sign_off_sent_back on bid_sign_off (asked_by, bid_id) where outcome = 'sent_back'`,
  );
}
