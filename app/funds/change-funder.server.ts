import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { keepStated } from "#app/partnerships/index.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError, StaleError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import type { Writer } from "#db/open.server.ts";
import type { FunderInput } from "./funder.schema.ts";
import { isFunderNameTaken, mayBeChosen } from "./names.server.ts";

/**
 * Changes the facts of a funder; money that was recorded under it stays there.
 * @param version the version that was read.
 * @throws NotFoundError where there is none. @throws StaleError where it was changed since.
 */
export async function changeFunder(
  context: Context,
  id: number,
  version: number,
  input: FunderInput,
): Promise<Result<{ funderId: number }>> {
  requirePermission(context, "fund.write");
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    const before = await trx.selectFrom("funder").selectAll().where("id", "=", id).executeTakeFirst();
    if (!before) throw new NotFoundError(`No funder ${id}`);
    if (before.version !== version || before.merged_into_id !== null) throw new StaleError();
    if (await isFunderNameTaken(trx, input.name, id)) {
      return fail({ name: `There is already a funder called ${input.name}` });
    }
    const problem = await whyNotSuccessor(trx, id, input.successorId);
    if (problem) return fail({ successorId: problem });
    const after = {
      name: input.name,
      valid_from: keepStated(before.valid_from, input.validFrom, "from"),
      valid_to: keepStated(before.valid_to, input.validTo, "to"),
      successor_id: input.successorId,
      note: input.note,
      version: version + 1,
    };
    await trx.updateTable("funder").set(after).where("id", "=", id).execute();
    await recordAudit(trx, context, {
      action: "change funder",
      recordType: "funder",
      recordId: id,
      before,
      after,
    });
    return succeed({ funderId: id });
  });
}

async function whyNotSuccessor(trx: Writer, id: number, successorId: number | null): Promise<string | null> {
  if (successorId === null) return null;
  if (!(await mayBeChosen(trx, "funder", successorId))) return "Choose a funder from the list";
  const seen = new Set<number>();
  for (let next: number | null = successorId; next !== null && !seen.has(next); ) {
    if (next === id) return "A funder cannot come after itself, directly or through others";
    seen.add(next);
    const row: { successor_id: number | null } | undefined = await trx
      .selectFrom("funder")
      .select("successor_id")
      .where("id", "=", next)
      .executeTakeFirst();
    next = row?.successor_id ?? null;
  }
  return null;
}
