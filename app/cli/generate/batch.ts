import { type Insertable, sql } from "kysely";
import { type AuditedAction, recordAudits } from "#app/audit/index.server.ts";
import { sealInBulk, type VersionInBulk } from "#app/awards/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { Writer } from "#db/open.server.ts";
import type { DatabaseSchema } from "#db/schema.ts";

/** The tables that bids and awards fill, in the order in which their rows point at each other. */
const TABLES = [
  "project",
  "project_partner",
  "project_place",
  "project_strand",
  "project_other_partnership",
  "own_contribution",
  "priority_project",
  "bid",
  "bid_partnership",
  "bid_priority",
  "bid_team",
  "bid_project",
  "bid_event",
  "bid_section",
  "bid_plan",
  "bid_ward",
  "bid_organisation",
  "bid_cost",
  "bid_match",
  "bid_promise",
  "bid_risk",
  "bid_likelihood",
  "bid_submission",
  "bid_clarification",
  "bid_feedback",
  "bid_resubmission",
  "bid_umbrella_member",
  "award",
  "award_partnership",
  "award_strand",
  "award_terms",
  "award_agreement",
  "award_extension",
  "over_allocation",
  "onward_grant",
  "onward_payment",
  "claim",
  "claim_line",
  "claim_receipt",
  "claim_event",
  "claim_schedule",
  "claim_due",
  "spend",
  "spend_forecast",
  "carry_over",
  "repayment",
  "award_closure",
  "award_condition",
  "award_return",
  "award_hold",
  "task",
  "note",
  "note_withdrawal",
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
