import { sumPence } from "#app/core/money.ts";
import type { Line, Named } from "./version.ts";

/** A project that an award pays for, with the priority areas of those lines. `project` is null for what names none. */
export type TrailStep = {
  project: Named | null;
  /** Pence; null where the amount is not recorded. */
  pence: number | null;
  priorities: Named[];
};

/** From the pound to its projects and priority areas: the projects in the order of the lines, what names none last. */
export function trailOf(lines: readonly Pick<Line, "project" | "priority" | "amountPence">[]): TrailStep[] {
  const ids = [...new Set(lines.map((line) => line.project?.id ?? null))];
  const inOrder = [...ids.filter((id) => id !== null), ...(ids.includes(null) ? [null] : [])];
  return inOrder.map((id) => {
    const own = lines.filter((line) => (line.project?.id ?? null) === id);
    const amounts = own.map((line) => line.amountPence);
    const priorities = new Map(own.flatMap(({ priority }) => (priority ? [[priority.id, priority]] : [])));
    return {
      project: own[0]?.project ?? null,
      pence: amounts.includes(null) ? null : sumPence(amounts as number[]),
      priorities: [...priorities.values()],
    };
  });
}
