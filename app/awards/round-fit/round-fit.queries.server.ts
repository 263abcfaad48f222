import { financialYearOf } from "#app/core/financial-year.ts";
import { partnershipNames } from "#app/partnerships/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { listPriorities, type PriorityItem } from "#app/priorities/index.server.ts";
import { countedTwiceWords, mayBeFor, type OpenLine, openSumOf } from "#app/priorities/index.ts";
import { awardInScope } from "../award-scope.server.ts";
import { inForceOn } from "../ledger/in-force.server.ts";
import { type NotApportioned, openCountedTwice } from "../open-counted-twice.queries.server.ts";
import { listOpenForProjects, listOpenOfPartnerships } from "../paying-lines.queries.server.ts";
import {
  type FittingPriority,
  fittingPriorities,
  type MoneyNow,
  type MoneyNowOrOpen,
} from "./round-fit.rules.ts";

/** So many are shown: somebody of many partnerships looks at one of them. */
const AT_MOST = 50;

export type FittingProject = { id: number; name: string; money: MoneyNowOrOpen };
export type FittingWork = FittingPriority & {
  partnership: string;
  money: MoneyNowOrOpen;
  /** Projects under it that are not over. */
  projects: FittingProject[];
};

/** The person's own priority areas, and the projects under them, that may fit a round for these themes. */
export async function listFittingWork(
  context: Context,
  themes: readonly { id: number }[],
): Promise<FittingWork[]> {
  const { scope } = context;
  if (themes.length === 0) return [];
  const priorities = await listPriorities(
    context,
    scope.all ? {} : { partnershipIds: [...scope.partnershipIds] },
  );
  const fitting = fittingPriorities(priorities, themes, context.today).slice(0, AT_MOST);
  const projects = await projectsUnder(
    context,
    fitting.map(({ id }) => id),
  );
  const ofPriority = await moneyNow(
    context,
    "priority_id",
    fitting.map(({ id }) => id),
  );
  const ofProject = await moneyNow(
    context,
    "project_id",
    projects.map(({ id }) => id),
  );
  const names = await partnershipNames(context);
  const year = financialYearOf(context.today);
  const open = await openOf(
    context,
    priorities.filter(({ id }) => !ofPriority.has(id) && fitting.some((one) => one.id === id)),
  );
  const openProjects = await listOpenForProjects(
    context,
    projects.flatMap(({ id }) => (ofProject.has(id) ? [] : [id])),
    year,
  );
  const openOfProject = (id: number) =>
    openProjects
      .filter(({ projectId }) => projectId === id)
      .map(({ id: awardId, pence, isApproximate }) => ({ awardId, pence, isApproximate }));
  const withOpen = async (now: MoneyNow | undefined, asked: NotApportioned, lines: readonly AwardMoney[]) => {
    const ids = lines.map(({ awardId }) => awardId);
    const twice = countedTwiceWords(await openCountedTwice(context, { ...asked, fromYear: year }, ids));
    return { ...(now ?? NONE), open: openSumOf(lines), twice };
  };
  const work: FittingWork[] = [];
  for (const one of fitting) {
    const { id, partnershipId } = one;
    const ofThis: FittingProject[] = [];
    for (const { id, name } of projects.filter(({ priorityId }) => priorityId === one.id)) {
      const money = await withOpen(ofProject.get(id), { without: "project" }, openOfProject(id));
      ofThis.push({ id, name, money });
    }
    const asked = { without: "priority area", partnershipId } as const;
    const money = await withOpen(ofPriority.get(id), asked, open.get(id) ?? []);
    work.push({ ...one, partnership: names.get(partnershipId) ?? "", money, projects: ofThis });
  }
  return work;
}

type AwardMoney = Pick<OpenLine, "awardId" | "pence" | "isApproximate">;

/** What is not yet apportioned and may be for these priority areas, of this financial year and later, by their numbers. */
async function openOf(
  context: Context,
  priorities: readonly Pick<PriorityItem, "id" | "partnershipId" | "validFrom" | "validTo" | "themes">[],
): Promise<Map<number, OpenLine[]>> {
  const year = financialYearOf(context.today);
  const partnershipIds = [...new Set(priorities.map(({ partnershipId }) => partnershipId))];
  const lines = (await listOpenOfPartnerships(context, partnershipIds)).filter(
    ({ financialYear }) => financialYear === null || financialYear >= year,
  );
  return new Map(
    priorities.map((priority) => [
      priority.id,
      lines.filter((line) => line.partnershipId === priority.partnershipId && mayBeFor(priority, line)),
    ]),
  );
}

const NONE: MoneyNow = { pence: 0, approximatePence: 0, awards: 0, notRecorded: 0 };

/** Projects of the person's partnerships under these priority areas; those that are over are left out. */
function projectsUnder({ db, scope }: Context, priorityIds: readonly number[]) {
  return db.read
    .selectFrom("priority_project")
    .innerJoin("project", "project.id", "priority_project.project_id")
    .select(["project.id", "project.name", "priority_project.priority_id as priorityId"])
    .where("priority_project.priority_id", "in", [0, ...priorityIds])
    .where((e) => e.or([e("project.status", "is", null), e("project.status", "not in", OVER)]))
    .$if(!scope.all, (query) =>
      query.where("project.partnership_id", "in", [0, ...(scope.all ? [] : scope.partnershipIds)]),
    )
    .orderBy("project.name")
    .orderBy("project.id")
    .execute();
}

const OVER = ["completed", "stopped"] as const;

/**
 * The money of awards in scope for each of these, of lines in force today for this financial year and later, less what other
 * awards take of them.
 */
async function moneyNow(
  context: Context,
  column: "priority_id" | "project_id",
  ids: readonly number[],
): Promise<Map<number, MoneyNow>> {
  const { db, today, scope } = context;
  const lines = await db.read
    .selectFrom("allocation_line as line")
    .innerJoin("award", "award.id", "line.award_id")
    .innerJoin("award_version as version", "version.id", "line.version_id")
    .select([`line.${column} as id`, "award.id as awardId", "line.amount_pence as pence"])
    .select("version.amount_basis")
    .where(`line.${column}`, "in", [0, ...ids])
    .where((e) =>
      e.or([e("line.financial_year", "is", null), e("line.financial_year", ">=", financialYearOf(today))]),
    )
    .where((e) => e("line.version_id", "=", inForceOn(today, e.ref("award.id"))))
    .where(awardInScope(scope))
    .execute();
  const taken = await db.read
    .selectFrom("posting")
    .innerJoin("award", "award.id", "posting.award_id")
    .select([`posting.${column} as id`, "award.id as awardId"])
    .select((e) => e.cast<number>(e.fn.sum("passed_on_pence"), "bigint").as("pence"))
    .where(`posting.${column}`, "in", [0, ...ids])
    .where((e) =>
      e.or([
        e("posting.financial_year", "is", null),
        e("posting.financial_year", ">=", financialYearOf(today)),
      ]),
    )
    .where("effective_on", "<=", today)
    .where(awardInScope(scope))
    .groupBy([`posting.${column}`, "award.id"])
    .execute();
  const rows = [
    ...lines.map((line) => ({ ...line, isApproximate: line.amount_basis === "approximate" })),
    ...taken.map((one) => ({ ...one, pence: -one.pence, isApproximate: false })),
  ];
  const money = new Map<number, MoneyNow>();
  for (const id of new Set(rows.map((row) => row.id ?? 0))) {
    const sum = openSumOf(rows.filter((row) => row.id === id));
    if (sum.awards > 0) money.set(id, sum);
  }
  return money;
}
