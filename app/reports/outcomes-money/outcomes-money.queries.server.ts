import { listMeasures } from "#app/outcomes/index.server.ts";
import { partnershipNames } from "#app/partnerships/index.server.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { listPriorities, projectsOfPriorities } from "#app/priorities/index.server.ts";
import { listProjects } from "#app/projects/index.server.ts";
import { getCrossed } from "../crossed/crossed.queries.server.ts";
import type { CrossedReport } from "../crossed/crossed.ts";
import { momentOf } from "../moment.server.ts";
import { reachOf } from "../reach.server.ts";
import { saidAt } from "../said-at.server.ts";
import { called, namesBetween, titled } from "../then-called.rules.ts";
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
  const at = await momentOf(context, query);
  const { asAt, knownAt, position, knownTo, isNow } = at;
  const then = await saidAt(context, at);
  const moment = { asAt, knownAt, position };
  const money = await getCrossed(context, { ...moment, partnershipIds, by: "priority", and: "project" });
  const priorities = await listPriorities(context, { partnershipIds }, then);
  const ofToday = await listPriorities(context, { partnershipIds });
  const links = await projectsOfPriorities(context, partnershipId, then);
  const ids = [...new Set([...[...links.values()].flat(), ...columnsOf(money)])];
  const projects = await listProjects(context, { ids }, then);
  const asCalled = called(
    money,
    namesBetween(ofToday.map(titled), priorities.map(titled)),
    namesBetween(await listProjects(context, { ids }), projects),
  );
  const measures = await listMeasures(context, { partnershipIds }, isNow ? null : { asAt, knownTo });
  const named = new Map(
    [...links].map(([id, projectIds]) => [id, projects.filter((project) => projectIds.includes(project.id))]),
  );
  return {
    partnership: (await partnershipNames(context)).get(partnershipId) ?? "",
    asAt,
    knownAt,
    money: asCalled,
    paid: paidProjects(asCalled, { priorities, named, measures }),
  };
}

/** The projects that have a column of their own. */
function columnsOf(money: CrossedReport): number[] {
  return money.columns.map(({ column }) => Number(column)).filter((id) => Number.isSafeInteger(id));
}
