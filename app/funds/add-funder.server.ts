import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import type { FunderInput } from "./funder.schema.ts";
import { isFunderNameTaken, mayBeChosen, type SourceInput, sourceColumns } from "./names.server.ts";

/** Adds a funder, for all partnerships. @returns its id, or a message for the field that is wrong. */
export async function addFunder(
  context: Context,
  input: FunderInput & SourceInput,
): Promise<Result<{ funderId: number }>> {
  requirePermission(context, "fund.write");
  return writeOrUndo(context, async (trx) => {
    // Whoever adds the same name at the same moment waits here, and then finds it taken.
    await context.db.engine.lockAuditHead(trx);
    if (await isFunderNameTaken(trx, input.name)) {
      return fail({ name: `There is already a funder called ${input.name}` });
    }
    if (input.successorId !== null && !(await mayBeChosen(trx, "funder", input.successorId))) {
      return fail({ successorId: "Choose a funder from the list" });
    }
    const after = {
      name: input.name,
      valid_from: input.validFrom,
      valid_to: input.validTo,
      successor_id: input.successorId,
      note: input.note,
      ...sourceColumns(input),
    };
    const { id } = await trx.insertInto("funder").values(after).returning("id").executeTakeFirstOrThrow();
    await recordAudit(trx, context, { action: "add funder", recordType: "funder", recordId: id, after });
    return succeed({ funderId: id });
  });
}
