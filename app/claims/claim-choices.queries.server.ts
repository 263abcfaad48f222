import type { getAward } from "#app/awards/index.server.ts";
import { sharingPartnerships } from "#app/awards/index.ts";
import type { Context } from "#app/platform/context.server.ts";
import { listProjects } from "#app/projects/index.server.ts";
import { yearsToClaim } from "./claim-form.rules.ts";
import { claimFlags } from "./claim-limits.rules.ts";
import { awardedOn } from "./claims.queries.server.ts";

type Award = Pick<Awaited<ReturnType<typeof getAward>>, "id" | "partnerships">;

/** What a claim on an award can name, and what of it cannot be checked. Call with an award in scope. */
export async function choicesForClaim(context: Context, { id, partnerships }: Award) {
  const awarded = await awardedOn(context.db.read, id, context.today);
  const projects = await listProjects(context, { partnershipIds: sharingPartnerships(partnerships) });
  return {
    awarded,
    flags: claimFlags(awarded, []),
    years: yearsToClaim(awarded, context.today),
    projects: projects.map(({ id, name }) => ({ id, name })),
  };
}
