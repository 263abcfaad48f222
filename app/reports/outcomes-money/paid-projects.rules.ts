import type { Measure } from "#app/outcomes/index.ts";
import type { Cell, CrossedReport } from "../crossed/crossed.ts";
import type { PaidProject } from "./outcomes-money.ts";

type Known = {
  /** The projects that the partnership names under a priority area, by the priority's id. */
  named: ReadonlyMap<number, readonly { id: number; name: string }[]>;
  priorities: readonly { id: number; title: string }[];
  measures: readonly Measure[];
};

const REST = "not-apportioned";

/**
 * Each priority area with the projects that it pays for or that stand under it: the cells of a table of money, each once,
 * so that all of them come to its total. Measures of no project stand last, without money.
 * @param money priority areas by projects.
 */
export function paidProjects(money: CrossedReport, { named, priorities, measures }: Known): PaidProject[] {
  const rows = new Map(money.rows.map((row) => [row.row, row]));
  const paid = [
    ...priorities.map(({ id, title }) => ({ key: String(id), title, own: named.get(id) ?? [] })),
    ...money.rows
      .filter(({ row }) => !priorities.some(({ id }) => String(id) === row))
      .map(({ row, name }) => ({ key: row, title: row === REST ? "No priority area yet" : name, own: [] })),
  ].flatMap(({ key, title, own }) => ofPriority(title, own, rows.get(key)?.cells ?? []));
  const whole = measures.filter(({ projectId }) => projectId === null);
  if (whole.length > 0) {
    paid.push({
      ...{ priority: "The partnership as a whole", project: null, pence: 0, measures: whole },
      gap: "Measured, and no project stands behind it",
    });
  }
  return paid;

  function ofPriority(
    priority: string,
    own: readonly { id: number; name: string }[],
    cells: readonly Cell[],
  ): PaidProject[] {
    const found = new Map<string, { name: string | null; pence: Cell }>(
      own.map(({ id, name }) => [String(id), { name, pence: 0 }]),
    );
    for (const [index, { column, name }] of money.columns.entries()) {
      const pence = cells[index] ?? (cells.length === 0 ? 0 : null);
      if (pence !== 0) found.set(column, { name: column === REST ? null : name, pence });
    }
    if (found.size === 0 && priority === "No priority area yet") return [];
    if (found.size === 0) found.set(REST, { name: null, pence: 0 });
    return [...found].map(([key, { name, pence }]) => {
      const counted = measures.filter(({ projectId }) => String(projectId) === key);
      return { priority, project: name, pence, measures: counted, gap: gapOf(name, pence, counted) };
    });
  }
}

/** What is missing from the pound to the outcome. */
function gapOf(project: string | null, pence: Cell, measures: readonly Measure[]): string | null {
  if (project === null) return pence === 0 ? "No money and no project" : "Money without a project";
  if (pence === 0) return measures.length === 0 ? "No money and no measure" : "Measured without money";
  if (measures.length === 0) return "Money without a measure";
  const computed = measures.some(({ change }) => change.kind !== "not-computed");
  return computed ? null : "No change can be worked out";
}
