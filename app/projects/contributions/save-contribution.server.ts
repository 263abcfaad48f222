import { recordAudit } from "#app/audit/index.server.ts";
import { type Result, succeed } from "#app/core/result.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError, StaleError } from "#app/platform/errors.ts";
import { getProject } from "../projects.queries.server.ts";
import type { ContributionChange, NewContribution } from "./contribution.schema.ts";

type Saved = Promise<Result<{ contributionId: number }>>;

/**
 * Records what a partner gives of its own to a project. It is no award and counts nowhere as secured.
 * @throws NotFoundError where there is no such project or it is foreign.
 */
export async function addContribution(context: Context, projectId: number, input: NewContribution): Saved {
  const { partnershipId } = await getProject(context, projectId);
  requirePermission(context, "project.write", [partnershipId]);
  return context.db.write(async (trx) => {
    await context.db.engine.lockAuditHead(trx);
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

function rowOf(input: NewContribution) {
  return {
    contributor: input.contributor,
    form: input.kind,
    description: input.description,
    financial_year: input.financialYear,
    amount_pence: input.amountPence,
  };
}
