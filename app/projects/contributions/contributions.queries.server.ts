import { type Source, sourceOf } from "#app/partnerships/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";

/** What a partner gives of its own. It never counts as secured. */
export type OwnContribution = {
  id: number;
  contributor: string;
  form: "cash" | "in_kind";
  description: string | null;
  financialYear: number | null;
  /** Pence; null is not recorded. */
  amountPence: number | null;
  source: Source | null;
  version: number;
};

/** The own contributions of a project, in the order in which they were recorded. Call with a project in scope. */
export async function listContributions(context: Context, projectId: number): Promise<OwnContribution[]> {
  const rows = await context.db.read
    .selectFrom("own_contribution")
    .selectAll()
    .where("project_id", "=", projectId)
    .orderBy("id")
    .execute();
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      contributor: row.contributor,
      form: row.form,
      description: row.description,
      financialYear: row.financial_year,
      amountPence: row.amount_pence,
      source: await sourceOf(context, row),
      version: row.version,
    })),
  );
}

/** One of a project’s contributions. @throws NotFoundError where the project has no such contribution. */
export async function getContribution(
  context: Context,
  projectId: number,
  id: number,
): Promise<OwnContribution> {
  const found = (await listContributions(context, projectId)).find((one) => one.id === id);
  if (!found) throw new NotFoundError(`No contribution ${id} to project ${projectId}`);
  return found;
}
