import { awardInScope, inForceOn, type PassedOnByProject } from "#app/awards/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";

/** More than one trail shows. */
const MOST_PASSES = 200;

const DIMENSIONS = ["partnership_id", "financial_year", "project_id", "priority_id", "stream"] as const;

/**
 * One line of a sealed version, with its award; whether it stands in the version that is in force today.
 * @throws NotFoundError where there is none, or its award is foreign.
 */
export async function getTrailLine({ db, today, scope }: Context, id: number) {
  const row = await db.read
    .selectFrom("allocation_line as line")
    .innerJoin("award", "award.id", "line.award_id")
    .innerJoin("award_version as version", "version.id", "line.version_id")
    .leftJoin("project", "project.id", "line.project_id")
    .select([
      "line.id",
      "line.award_id",
      "line.amount_pence",
      "line.inside_award_id",
      "line.inside_project_id",
    ])
    .select(DIMENSIONS.map((each) => `line.${each}` as const))
    .select(["award.reference", "award.title", "project.name as project"])
    .select(["version.number", "version.amount_basis"])
    .select((e) => {
      const isInForce = e("version.id", "=", inForceOn(today, e.ref("award.id")));
      return e.case().when(isInForce).then(1).else(0).end().as("in_force");
    })
    .where("line.id", "=", id)
    .where("version.sealed_at", "is not", null)
    .where(awardInScope(scope))
    .executeTakeFirst();
  if (!row) throw new NotFoundError(`No line ${id}`);
  return { ...row, isInForce: row.in_force === 1 };
}

export type LineStart = Awaited<ReturnType<typeof getTrailLine>>;

/** What one line is paid out of, and what lines of other awards take out of it today: those that name the same of it. */
export async function passesOfLine(
  { db, today }: Context,
  line: LineStart,
): Promise<Record<"outwards" | "inwards", PassedOnByProject[]>> {
  let query = db.read
    .selectFrom("allocation_line as inner")
    .select(["inner.award_id", "inner.project_id", "inner.amount_pence"])
    .where("inner.inside_award_id", "=", line.award_id)
    .where((e) => e("inner.version_id", "=", inForceOn(today, e.ref("inner.award_id"))));
  for (const each of DIMENSIONS) {
    const value = line[each];
    query = query.where(`inner.inside_${each}`, value === null ? "is" : "=", value);
  }
  const rows = await query.orderBy("inner.award_id").orderBy("inner.position").limit(MOST_PASSES).execute();
  const inwards = new Map<string, PassedOnByProject>();
  for (const { award_id: innerId, project_id: innerProjectId, amount_pence } of rows) {
    const key = `${innerId} ${innerProjectId}`;
    const before = inwards.get(key)?.pence;
    const pence = before === null || amount_pence === null ? null : (before ?? 0) + amount_pence;
    const way = { outerId: line.award_id, innerId, outerProjectId: line.project_id, innerProjectId };
    inwards.set(key, { ...way, pence });
  }
  const { inside_award_id: outerId, inside_project_id: outerProjectId, project_id: innerProjectId } = line;
  const way = { innerId: line.award_id, outerProjectId, innerProjectId, pence: line.amount_pence };
  return { outwards: outerId === null ? [] : [{ outerId, ...way }], inwards: [...inwards.values()] };
}
