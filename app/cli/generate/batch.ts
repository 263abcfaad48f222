import { type Insertable, sql } from "kysely";
import { type AuditedAction, recordAudits } from "#app/audit/index.server.ts";
import { sealInBulk, type VersionInBulk } from "#app/awards/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { Writer } from "#db/open.server.ts";
import type { DatabaseSchema } from "#db/schema.ts";

/** The tables that bids and awards fill, in the order in which their rows point at each other. */
const TABLES = [
  "project",
  "bid",
  "bid_partnership",
  "bid_priority",
  "bid_team",
  "bid_project",
  "bid_event",
  "award",
  "award_partnership",
  "onward_grant",
  "claim",
  "claim_line",
  "claim_receipt",
  "spend",
  "award_condition",
  "award_return",
  "award_hold",
  "task",
  "measure",
  "reading",
] as const;

type Rows = { [Table in (typeof TABLES)[number]]: Insertable<DatabaseSchema[Table]>[] };
type Action = AuditedAction & { at: string };

/** What is written in one transaction. */
export type Batch = {
  rows: Rows;
  actions: Action[];
  /** `action` is the place of the action that seals the version. Versions of one award are in batches of their own. */
  versions: (Omit<VersionInBulk, "seq"> & { action: number })[];
};

export function newBatch(): Batch {
  const rows = Object.fromEntries(TABLES.map((table) => [table, []])) as unknown as Rows;
  return { rows, actions: [], versions: [] };
}

/** Writes a batch. Its audit entries stand in the order of its actions. */
export async function writeBatch(transaction: Writer, context: Context, batch: Batch): Promise<void> {
  const { insertRows, search } = context.db.engine;
  const run = async (statements: string[]) => {
    for (const statement of statements) await sql.raw(statement).execute(transaction);
  };
  const firstSeq = await recordAudits(transaction, context, batch.actions);
  await run(search.wholeBids.bulk.before);
  for (const table of TABLES) {
    await insertRows(transaction, table, batch.rows[table] as Insertable<DatabaseSchema[typeof table]>[]);
  }
  await run(search.wholeBids.bulk.after);
  const versions = batch.versions.map(({ action, ...version }) => ({ ...version, seq: firstSeq + action }));
  await sealInBulk(transaction, context, versions);
}
