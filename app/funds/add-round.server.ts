import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import { mayBeChosen, type SourceInput, sourceColumns } from "./names.server.ts";
import type { RoundInput } from "./round.schema.ts";

/** Adds a round of a fund, for all partnerships. @returns its id, or a message for the field that is wrong. */
export async function addRound(
  context: Context,
  input: RoundInput & SourceInput,
): Promise<Result<{ roundId: number }>> {
  requirePermission(context, "fund.write");
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    if (!(await mayBeChosen(trx, "fund", input.fundId)))
      return fail({ fundId: "Choose a fund from the list" });
    const after = { ...roundColumns(input), ...sourceColumns(input) };
    const { id } = await trx.insertInto("round").values(after).returning("id").executeTakeFirstOrThrow();
    await recordAudit(trx, context, { action: "add round", recordType: "round", recordId: id, after });
    return succeed({ roundId: id });
  });
}

/** What a round's form says, by column. */
export function roundColumns(input: RoundInput) {
  return {
    fund_id: input.fundId,
    name: input.name,
    opens_on: input.opensOn,
    closes_at: input.closesAt,
    decision_expected: input.decisionExpected,
    delivery_from: input.deliveryFrom,
    delivery_to: input.deliveryTo,
    pot_pence: input.potPence,
    cap_pence: input.capPence,
    match_basis_points: input.matchBasisPoints,
    match_note: input.matchNote,
    who_may_lead: input.whoMayLead,
    bids_per_area: input.bidsPerArea,
    kind: input.kind,
    guidance_url: input.guidanceUrl,
    note: input.note,
  };
}
