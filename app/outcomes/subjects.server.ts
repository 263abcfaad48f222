import { listOwnPartnerships } from "#app/partnerships/index.server.ts";
import { type Context, partnershipsWhere } from "#app/platform/context.server.ts";
import { listProjects } from "#app/projects/index.server.ts";

/** The most measures that a list of choices offers. */
const MOST_CHOICES = 500;

export type SubjectChoice = { value: string; text: string };

/** What the person may record a measure on: each partnership's projects, by name, and the partnership as a whole. */
export async function listSubjects(context: Context): Promise<SubjectChoice[]> {
  const writable = partnershipsWhere(context.actor, "outcome.write");
  const own = await listOwnPartnerships(context);
  const partnerships = own.filter(({ id }) => writable === null || writable.includes(id));
  const projects = await listProjects(context);
  return partnerships.flatMap((partnership) => [
    ...projects
      .filter((project) => project.partnershipId === partnership.id)
      .map((project) => ({
        value: `project-${project.id}`,
        text: partnerships.length > 1 ? `${project.name} (${partnership.name})` : project.name,
      })),
    { value: `partnership-${partnership.id}`, text: `${partnership.name} as a whole` },
  ]);
}

/** The measures that one may be made a part of, by name: of those that the person writes, those that are no part themselves. */
export async function listWholes(
  context: Context,
  { except }: { except?: { id: number; partnershipId: number } } = {},
): Promise<{ value: number; text: string }[]> {
  const writable = partnershipsWhere(context.actor, "outcome.write");
  let query = context.db.read
    .selectFrom("measure")
    .innerJoin("partnership", "partnership.id", "measure.partnership_id")
    .select(["measure.id", "measure.name", "partnership.name as partnership"])
    .where("measure.part_of_id", "is", null);
  if (writable !== null) query = query.where("measure.partnership_id", "in", [...writable, 0]);
  if (except) {
    query = query
      .where("measure.partnership_id", "=", except.partnershipId)
      .where("measure.id", "<>", except.id);
  }
  const rows = await query.orderBy("measure.name").orderBy("measure.id").limit(MOST_CHOICES).execute();
  const several = new Set(rows.map((row) => row.partnership)).size > 1;
  return rows.map(({ id, name, partnership }) => ({
    value: id,
    text: several ? `${name} (${partnership})` : name,
  }));
}
