import { recordAudit } from "#app/audit/index.server.ts";
import { type Context, personId } from "#app/platform/context.server.ts";
import type { Writer } from "#db/open.server.ts";
import type { YearsAndPence } from "./carry-over.rules.ts";

/** When the funder approved it, by what letter, and what it said. */
export type Approval = { approvedOn: string; reference: string; note: string | null };

/** Keeps that the funder of an award approved money to be carried over. Call with the award locked. */
export async function recordApprovedCarryOver(
  trx: Writer,
  context: Context,
  awardId: number,
  { fromYear, toYear, pence }: YearsAndPence,
  { approvedOn, reference, note }: Approval,
): Promise<void> {
  const row = {
    from_year: fromYear,
    to_year: toYear,
    amount_pence: pence,
    approved_on: approvedOn,
    reference,
    note,
  };
  await trx
    .insertInto("carry_over")
    .values({ ...row, award_id: awardId, recorded_at: context.now(), recorded_by: personId(context) })
    .execute();
  await recordAudit(trx, context, {
    action: "record carry-over of award",
    recordType: "award",
    recordId: awardId,
    after: row,
  });
}
