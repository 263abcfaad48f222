import type { Context } from "#app/platform/context.server.ts";
import { listProjects } from "#app/projects/index.server.ts";
import type { Line } from "./version.ts";

/** The projects of these lines that the person may open. */
export async function projectsToOpen(
  context: Context,
  lines: readonly Pick<Line, "project">[],
): Promise<number[]> {
  const ids = [...new Set(lines.flatMap(({ project }) => project?.id ?? []))];
  return (await listProjects(context, { ids })).map(({ id }) => id);
}
