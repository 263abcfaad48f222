import type { FinancialYear } from "#app/core/financial-year.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { OpenLine } from "#app/priorities/index.ts";
import { awardInScope } from "./award-scope.server.ts";
import { inForceOn } from "./ledger/in-force.server.ts";
import type { OpenForProject } from "./open-money.tsx";

/**
 * The lines in force today that pay for a project or serve a priority area, of awards in scope, by award and year; of a
 * priority area also, below 0, what other awards take of it. Pence; null is not recorded.
 */
export async function listPayingLines(
  context: Context,
  what: { projectId: number } | { priorityId: number },
) {
  const rows = await context.db.read
    .selectFrom("allocation_line as line")
    .innerJoin("award", "award.id", "line.award_id")
    .innerJoin("award_version as version", "version.id", "line.version_id")
    .select(["award.id", "award.reference", "award.title", "line.financial_year", "line.amount_pence"])
    .select(["version.amount_basis", "line.stream", "line.label"])
    .where((e) =>
      "projectId" in what
        ? e("line.project_id", "=", what.projectId)
        : e("line.priority_id", "=", what.priorityId),
    )
    .where((e) => e("version.id", "=", inForceOn(context.today, e.ref("award.id"))))
    .where(awardInScope(context.scope))
    .orderBy("award.id")
    .orderBy("line.financial_year")
    .orderBy("line.position")
    .execute();
  const lines = rows.map((row) => ({
    awardId: row.id,
    awardReference: row.reference,
    awardTitle: row.title,
    financialYear: row.financial_year,
    stream: row.stream,
    label: row.label,
    amountPence: row.amount_pence,
    basis: row.amount_basis,
  }));
  return "projectId" in what ? lines : [...lines, ...(await takenLines(context, lines, what.priorityId))];
}

/** What other awards take of these lines, by award, year and stream, each as a line below 0. */
async function takenLines<Line extends { awardId: number; awardReference: string; awardTitle: string }>(
  context: Context,
  lines: readonly Line[],
  priorityId: number,
) {
  const awards = new Map(lines.map((line) => [line.awardId, line]));
  const taken = await takenByAwards(context)
    .select(["award_id as awardId", "financial_year as financialYear", "stream"])
    .where("award_id", "in", [0, ...awards.keys()])
    .where("priority_id", "=", priorityId)
    .groupBy(["award_id", "financial_year", "stream"])
    .having((e) => e(e.fn.sum("passed_on_pence"), "<>", 0))
    .orderBy("award_id")
    .orderBy("financial_year")
    .orderBy("stream")
    .execute();
  return taken.map(({ awardId, financialYear, stream, pence }) => ({
    awardId,
    awardReference: awards.get(awardId)?.awardReference ?? "",
    awardTitle: awards.get(awardId)?.awardTitle ?? "",
    ...{
      financialYear,
      stream,
      label: "Taken by other awards",
      amountPence: -pence,
      basis: "exact" as const,
    },
  }));
}

/**
 * Money of awards in scope, whose bid names the projects or whose lines in force do, that is not yet apportioned to any
 * project: some of it may be theirs. By award; pence of the open lines together less what other awards take of them, null
 * where one is not recorded. Of which nothing is left is left out.
 * @param fromYear money of this financial year and later alone, and of no year yet
 */
export async function listOpenForProjects(
  context: Context,
  projectIds: readonly number[],
  fromYear: FinancialYear | null = null,
): Promise<(OpenForProject & { projectId: number })[]> {
  if (projectIds.length === 0) return [];
  const { db, today, scope } = context;
  const rows = await db.read
    .selectFrom(awardsNaming(context, projectIds).as("naming"))
    .innerJoin("award", "award.id", "naming.awardId")
    .innerJoin("allocation_line as line", "line.award_id", "award.id")
    .innerJoin("award_version as version", "version.id", "line.version_id")
    .select(["award.id", "award.reference", "award.title", "naming.projectId", "version.amount_basis"])
    .select((e) => e.cast<number | null>(e.fn.sum("line.amount_pence"), "bigint").as("pence"))
    .select((e) => e.fn.countAll<number>().as("lines"))
    .select((e) => e.fn.count<number>("line.amount_pence").as("recorded"))
    .where("line.project_id", "is", null)
    .where((e) => e.or([e("line.financial_year", "is", null), e("line.financial_year", ">=", fromYear ?? 0)]))
    .where((e) => e.or([e("line.amount_pence", "is", null), e("line.amount_pence", "<>", 0)]))
    .where((e) => e("line.version_id", "=", inForceOn(today, e.ref("award.id"))))
    .where(awardInScope(scope))
    .groupBy(["award.id", "award.reference", "award.title", "naming.projectId", "version.amount_basis"])
    .orderBy("award.id")
    .orderBy("naming.projectId")
    .execute();
  const taken = await takenOfOpen(
    context,
    rows.map(({ id }) => id),
    fromYear,
  );
  return rows
    .map(({ lines, recorded, pence, amount_basis, ...row }) => ({
      ...row,
      isApproximate: amount_basis === "approximate",
      pence: Number(recorded) < Number(lines) ? null : (pence ?? 0) - (taken.get(row.id) ?? 0),
    }))
    .filter(({ pence }) => pence === null || pence > 0);
}

/** What other awards take of the money of these awards that names no project, of a financial year and later and of none. Pence. */
async function takenOfOpen(
  context: Context,
  awardIds: readonly number[],
  fromYear: FinancialYear | null,
): Promise<Map<number, number>> {
  const rows = await takenByAwards(context)
    .select("award_id")
    .where("award_id", "in", [0, ...awardIds])
    .where("project_id", "is", null)
    .where((e) => e.or([e("financial_year", "is", null), e("financial_year", ">=", fromYear ?? 0)]))
    .groupBy("award_id")
    .execute();
  return new Map(rows.map(({ award_id, pence }) => [award_id, pence]));
}

/** The awards whose bid names a project, and those whose lines in force do; each with the project, once. */
function awardsNaming({ db, today }: Context, projectIds: readonly number[]) {
  const byBid = db.read
    .selectFrom("bid_project")
    .innerJoin("award", "award.bid_id", "bid_project.bid_id")
    .select(["award.id as awardId", "bid_project.project_id as projectId"])
    .where("bid_project.project_id", "in", projectIds);
  return byBid.union(
    db.read
      .selectFrom("allocation_line as own")
      .select(["own.award_id as awardId", "own.project_id as projectId"])
      .where("own.project_id", "in", projectIds)
      .$narrowType<{ projectId: number }>()
      .where((e) => e("own.version_id", "=", inForceOn(today, e.ref("own.award_id")))),
  );
}

/** A line that names no priority area, the partnership whose it may be, and its award. */
export type OpenOfPartnership = OpenLine & { partnershipId: number; reference: string; title: string };

/**
 * The lines in force today, of awards in scope, of these partnerships or of none yet, that are not yet apportioned to a
 * priority area; each with the priority areas that the award's bid names. What other awards take of them stands among them
 * below 0.
 */
export async function listOpenOfPartnerships(
  context: Context,
  partnershipIds: readonly number[],
): Promise<OpenOfPartnership[]> {
  if (partnershipIds.length === 0) return [];
  const { db, today, scope } = context;
  const lines = await db.read
    .selectFrom("award_partnership as taking")
    .innerJoin("award", "award.id", "taking.award_id")
    .innerJoin("allocation_line as line", "line.award_id", "award.id")
    .innerJoin("award_version as version", "version.id", "line.version_id")
    .select(["taking.partnership_id as partnershipId", "award.id as awardId", "award.bid_id as bidId"])
    .select("version.amount_basis")
    .select(["award.reference", "award.title", "line.amount_pence as pence"])
    .select(["line.financial_year as financialYear", "line.counted_theme_id as themeId"])
    .where("taking.partnership_id", "in", partnershipIds)
    .where("line.priority_id", "is", null)
    .where((e) =>
      e.or([
        e("line.partnership_id", "is", null),
        e("line.partnership_id", "=", e.ref("taking.partnership_id")),
      ]),
    )
    .where((e) => e.or([e("line.amount_pence", "is", null), e("line.amount_pence", "<>", 0)]))
    .where((e) => e("line.version_id", "=", inForceOn(today, e.ref("award.id"))))
    .where(awardInScope(scope))
    .orderBy("award.id")
    .orderBy("line.position")
    .execute();
  const open = [...lines, ...(await takenOfPartnerships(context, lines))];
  const bidIds = [...new Set(lines.flatMap(({ bidId }) => (bidId === null ? [] : [bidId])))];
  const named = await prioritiesOfBids(context, bidIds);
  return open.map(({ bidId, amount_basis, ...line }) => ({
    ...line,
    isApproximate: amount_basis === "approximate",
    bidPriorityIds: named.filter((each) => each.bid_id === bidId).map((each) => each.priority_id),
  }));
}

/** What other awards take of such lines, by partnership, award, year and theme. */
async function takenOfPartnerships<Line extends { awardId: number; partnershipId: number }>(
  context: Context,
  lines: readonly Line[],
) {
  const awards = new Map(lines.map((line) => [`${line.awardId} ${line.partnershipId}`, line]));
  const taken = await takenByAwards(context)
    .select(["award_id as awardId", "partnership_id as ofPartnership", "financial_year as financialYear"])
    .select("theme_id as themeId")
    .where("award_id", "in", [0, ...lines.map(({ awardId }) => awardId)])
    .where("priority_id", "is", null)
    .groupBy(["award_id", "partnership_id", "financial_year", "theme_id"])
    .having((e) => e(e.fn.sum("passed_on_pence"), "<>", 0))
    .execute();
  return [...awards.values()].flatMap((line) =>
    taken
      .filter(
        ({ awardId, ofPartnership }) =>
          awardId === line.awardId && (ofPartnership === null || ofPartnership === line.partnershipId),
      )
      .map(({ financialYear, themeId, pence }) => ({ ...line, financialYear, themeId, pence: -pence })),
  );
}

/** Of bids of awards in scope. */
function prioritiesOfBids({ db }: Context, bidIds: readonly number[]) {
  return db.read
    .selectFrom("bid_priority")
    .selectAll()
    .where("bid_id", "in", [0, ...bidIds])
    .execute();
}

/**
 * The lines in force today for each priority area of a partnership, of awards in scope, and, below 0, what other awards take
 * of them. Pence; null is not recorded.
 */
export async function listSecuredByPriority(context: Context, partnershipId: number) {
  const lines = await securedLines(context, partnershipId);
  const taken = await takenByAwards(context)
    .innerJoin("priority", "priority.id", "posting.priority_id")
    .innerJoin("award", "award.id", "posting.award_id")
    .select(["priority.id as priorityId", "award.id as awardId"])
    .where("priority.partnership_id", "=", partnershipId)
    .where(awardInScope(context.scope))
    .groupBy(["priority.id", "award.id"])
    .having((e) => e(e.fn.sum("passed_on_pence"), "<>", 0))
    .execute();
  return [...lines, ...taken.map((one) => ({ ...one, pence: -one.pence, isApproximate: false }))];
}

async function securedLines(context: Context, partnershipId: number) {
  const rows = await context.db.read
    .selectFrom("priority")
    .innerJoin("allocation_line as line", "line.priority_id", "priority.id")
    .innerJoin("award", "award.id", "line.award_id")
    .innerJoin("award_version as version", "version.id", "line.version_id")
    .select(["priority.id as priorityId", "award.id as awardId", "line.amount_pence as pence"])
    .select("version.amount_basis")
    .where("priority.partnership_id", "=", partnershipId)
    .where((e) => e("line.version_id", "=", inForceOn(context.today, e.ref("award.id"))))
    .where(awardInScope(context.scope))
    .orderBy("priority.id")
    .orderBy("award.id")
    .orderBy("line.position")
    .execute();
  return rows.map(({ amount_basis, ...row }) => ({ ...row, isApproximate: amount_basis === "approximate" }));
}

/** What other awards take by today, in pence: a query of `posting` to narrow and to group. */
function takenByAwards({ db, today }: Context) {
  return db.read
    .selectFrom("posting")
    .select((e) => e.cast<number>(e.fn.sum("passed_on_pence"), "bigint").as("pence"))
    .where("effective_on", "<=", today);
}
