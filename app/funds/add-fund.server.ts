import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import type { FundInput } from "./fund.schema.ts";
import { isFundNameTaken, mayBeChosen, type SourceInput, sourceColumns } from "./names.server.ts";

/** Adds a fund, for all partnerships. @returns its id, or a message for the field that is wrong. */
export async function addFund(
  context: Context,
  input: FundInput & SourceInput,
): Promise<Result<{ fundId: number }>> {
  requirePermission(context, "fund.write");
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    if (input.funderId !== null && !(await mayBeChosen(trx, "funder", input.funderId))) {
      return fail({ funderId: "Choose a funder from the list" });
    }
    if (await isFundNameTaken(trx, input))
      return fail({ name: `This funder already has a fund called ${input.name}` });
    const after = {
      name: input.name,
      funder_id: input.funderId,
      description: input.description,
      ...sourceColumns(input),
    };
    const { id } = await trx.insertInto("fund").values(after).returning("id").executeTakeFirstOrThrow();
    await recordAudit(trx, context, { action: "add fund", recordType: "fund", recordId: id, after });
    return succeed({ fundId: id });
  });
}
