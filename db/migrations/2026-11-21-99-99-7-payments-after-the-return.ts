import type { MigrationTools } from "./migration.ts";

/** Why a payment of an onward grant, or what came back, is recorded after the return for its period was sent. */
export async function up({ run }: MigrationTools): Promise<void> {
  await run(`alter table onward_payment add column reported_because text`);
}
