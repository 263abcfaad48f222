import { listOwnPartnerships } from "#app/partnerships/index.server.ts";
import { type Context, partnershipsWhere } from "#app/platform/context.server.ts";
import { listProjects } from "#app/projects/index.server.ts";

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
