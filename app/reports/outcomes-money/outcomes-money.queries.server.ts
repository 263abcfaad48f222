import { listMeasures } from "#app/outcomes/index.server.ts";
import { partnershipNames } from "#app/partnerships/index.server.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { listPriorities } from "#app/priorities/index.server.ts";
import { listProjects } from "#app/projects/index.server.ts";
import { getCrossed } from "../crossed/crossed.queries.server.ts";
import { momentOf } from "../moment.server.ts";
import { reachOf } from "../reach.server.ts";
import type { OutcomesMoney, OutcomesMoneyQuery } from "./outcomes-money.ts";
import { paidProjects } from "./paid-projects.rules.ts";

/**
 * The report "outcomes against money" of a partnership: by priority area what was secured, for which projects, and what
 * was measured there. @throws NotFoundError for a partnership outside the scope, as for one that does not exist.
 */
export async function getOutcomesMoney(context: Context, query: OutcomesMoneyQuery): Promise<OutcomesMoney> {
  requirePermission(context, "register.read");
  const { partnershipId } = query;
  const partnershipIds = [partnershipId];
  await reachOf(context, partnershipIds);
  const { asAt, knownAt, position, knownTo, isNow } = await momentOf(context, query);
  const moment = { asAt, knownAt, position };
  const money = await getCrossed(context, { ...moment, partnershipIds, by: "priority", and: "project" });
  const priorities = await listPriorities(context, { partnershipIds });
  return {
    partnership: (await partnershipNames(context)).get(partnershipId) ?? "",
    asAt,
    knownAt,
    money,
    paid: paidProjects(money, {
      priorities,
      named: await projectsOfPriorities(context, partnershipId),
      measures: await listMeasures(
        context,
        { partnershipIds: [partnershipId] },
        isNow ? null : { asAt, knownTo },
      ),
    }),
  };
}

/** The projects in scope that a partnership names under its priority areas, by name. */
async function projectsOfPriorities(context: Context, partnershipId: number) {
  const links = await context.db.read
    .selectFrom("priority_project")
    .innerJoin("priority", "priority.id", "priority_project.priority_id")
    .select(["priority_project.priority_id", "priority_project.project_id"])
    .where("priority.partnership_id", "=", partnershipId)
    .execute();
  const projects = await listProjects(context, { ids: links.map((link) => link.project_id) });
  const named = new Map<number, { id: number; name: string }[]>();
  for (const { id, name } of projects) {
    for (const link of links.filter((each) => each.project_id === id)) {
      named.set(link.priority_id, [...(named.get(link.priority_id) ?? []), { id, name }]);
    }
  }
  return named;
}
