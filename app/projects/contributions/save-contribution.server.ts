import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError, StaleError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import type { Writer } from "#db/open.server.ts";
import { getProject } from "../projects.queries.server.ts";
import type { ContributionChange, NewContribution } from "./contribution.schema.ts";

type Saved = Promise<Result<{ contributionId: number }>>;

const RECORDED_ALREADY =
  "This contribution is recorded already: if it is another one, enter what tells them apart, such as what it is";

/**
 * Records what a partner gives of its own to a project. It is no award and counts nowhere as secured. Refused where another
 * one says the same: somebody else may have been quicker.
 * @throws NotFoundError where there is no such project or it is foreign.
 */
export async function addContribution(context: Context, projectId: number, input: NewContribution): Saved {
  const { partnershipId } = await getProject(context, projectId);
  requirePermission(context, "project.write", [partnershipId]);
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    if (await isRecorded(trx, projectId, input)) return fail({ contributor: RECORDED_ALREADY });
    const after = { ...rowOf(input), project_id: projectId, recorded_at: context.now() };
    const { id } = await trx
      .insertInto("own_contribution")
      .values(after)
      .returning("id")
      .executeTakeFirstOrThrow();
    await recordAudit(trx, context, {
      action: "record own contribution",
      recordType: "own contribution",
      recordId: id,
      after,
    });
    return succeed({ contributionId: id });
  });
}

/** Changes it. @throws NotFoundError where the project has no such contribution. @throws StaleError where it was changed since. */
export async function changeContribution(
  context: Context,
  ids: { projectId: number; contributionId: number },
  input: ContributionChange,
): Saved {
  const { projectId, contributionId: id } = ids;
  const { partnershipId } = await getProject(context, projectId);
  requirePermission(context, "project.write", [partnershipId]);
  return context.db.write(async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    const before = await trx
      .selectFrom("own_contribution")
      .selectAll()
      .where("id", "=", id)
      .where("project_id", "=", projectId)
      .executeTakeFirst();
    if (!before) throw new NotFoundError(`No contribution ${id} to project ${projectId}`);
    if (before.version !== input.version) throw new StaleError();
    const after = { ...rowOf(input), version: before.version + 1 };
    await trx.updateTable("own_contribution").set(after).where("id", "=", id).execute();
    await recordAudit(trx, context, {
      action: "change own contribution",
      recordType: "own contribution",
      recordId: id,
      before,
      after,
    });
    return succeed({ contributionId: id });
  });
}

/** True where a contribution to the project says the same, whatever its capitals. */
async function isRecorded(trx: Writer, projectId: number, input: NewContribution): Promise<boolean> {
  const typed = rowOf(input);
  const plain = (text: string | null) => text?.toLowerCase() ?? null;
  const all = await trx
    .selectFrom("own_contribution")
    .select(["contributor", "form", "description", "financial_year", "amount_pence"])
    .where("project_id", "=", projectId)
    .execute();
  return all.some(
    (one) =>
      plain(one.contributor) === plain(typed.contributor) &&
      plain(one.description) === plain(typed.description) &&
      one.form === typed.form &&
      one.financial_year === typed.financial_year &&
      one.amount_pence === typed.amount_pence,
  );
}

function rowOf(input: NewContribution) {
  return {
    contributor: input.contributor,
    form: input.kind,
    description: input.description,
    financial_year: input.financialYear,
    amount_pence: input.amountPence,
  };
}
