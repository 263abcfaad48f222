import { sumPence } from "#app/core/money.ts";
import type { Line, Named } from "./version.ts";

/** A project that an award pays for, with the priority areas of those lines. `project` is null for what names none. */
export type TrailStep = {
  project: Named | null;
  /** Pence, without what other awards take of it; null where the amount is not recorded. */
  pence: number | null;
  priorities: Named[];
};

/** What other awards take of the money that an award holds for a project. Pence; null where not recorded. */
export type TakenForProject = { outerProjectId: number | null; pence: number | null };

/**
 * From the pound to its projects and priority areas: the projects in the order of the lines, what names none last. Money
 * that is paid out as another award is walked through that one, so it stands in none of them.
 */
export function trailOf(
  lines: readonly Pick<Line, "project" | "priority" | "amountPence">[],
  taken: readonly TakenForProject[],
): TrailStep[] {
  const ids = [...new Set(lines.map((line) => line.project?.id ?? null))];
  const inOrder = [...ids.filter((id) => id !== null), ...(ids.includes(null) ? [null] : [])];
  return inOrder.flatMap((id) => {
    const own = lines.filter((line) => (line.project?.id ?? null) === id);
    const amounts = own.map((line) => line.amountPence);
    const gross = amounts.includes(null) ? null : sumPence(amounts as number[]);
    const { netPence, isPassedOn } = leftOfProject(gross, id, taken);
    if (isPassedOn) return [];
    const priorities = new Map(own.flatMap(({ priority }) => (priority ? [[priority.id, priority]] : [])));
    return { project: own[0]?.project ?? null, pence: netPence, priorities: [...priorities.values()] };
  });
}

/**
 * What is left of the money that an award holds for a project, or for none: without what other awards take of it. What is not
 * recorded of an inner award takes nothing that anybody can name, as in the chain of the money.
 * @param grossPence null is not recorded; @param taken what others take of the same award
 */
export function leftOfProject(
  grossPence: number | null,
  projectId: number | null,
  taken: readonly TakenForProject[],
): { netPence: number | null; isPassedOn: boolean } {
  const own = taken.filter(({ outerProjectId }) => outerProjectId === projectId);
  const passed = sumPence(own.map(({ pence }) => pence ?? 0));
  const netPence = grossPence === null ? null : grossPence - passed;
  return { netPence, isPassedOn: passed > 0 && netPence !== null && netPence <= 0 };
}
