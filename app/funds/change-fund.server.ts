import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError, StaleError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import type { FundInput } from "./fund.schema.ts";
import { isFundNameTaken, mayBeChosen } from "./names.server.ts";

/**
 * Changes the facts of a fund. Money that was recorded under another funder stays there until a new version of its
 * award moves it.
 * @throws NotFoundError where there is none. @throws StaleError where it was changed since `version`.
 */
export async function changeFund(
  context: Context,
  id: number,
  version: number,
  input: FundInput,
): Promise<Result<{ fundId: number }>> {
  requirePermission(context, "fund.write");
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    const before = await trx.selectFrom("fund").selectAll().where("id", "=", id).executeTakeFirst();
    if (!before) throw new NotFoundError(`No fund ${id}`);
    if (before.version !== version || before.merged_into_id !== null) throw new StaleError();
    if (input.funderId !== null && !(await mayBeChosen(trx, "funder", input.funderId))) {
      return fail({ funderId: "Choose a funder from the list" });
    }
    if (await isFundNameTaken(trx, input, id)) {
      return fail({ name: `This funder already has a fund called ${input.name}` });
    }
    const after = {
      name: input.name,
      funder_id: input.funderId,
      description: input.description,
      version: version + 1,
    };
    await trx.updateTable("fund").set(after).where("id", "=", id).execute();
    await recordAudit(trx, context, {
      action: "change fund",
      recordType: "fund",
      recordId: id,
      before,
      after,
    });
    return succeed({ fundId: id });
  });
}
