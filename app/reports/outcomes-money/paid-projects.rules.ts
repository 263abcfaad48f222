import { formatPounds, sumPence } from "#app/core/money.ts";
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
  ].flatMap(({ key, title, own }) => ofPriority(key, title, own));
  const whole = measures.filter(({ projectId }) => projectId === null);
  if (whole.length > 0) {
    paid.push({
      ...{ priority: "The partnership as a whole", project: null, pence: 0, isOpen: false, measures: whole },
      gap: "Measured, and no project stands behind it",
    });
  }
  return paid;

  function ofPriority(
    row: string,
    priority: string,
    own: readonly { id: number; name: string }[],
  ): PaidProject[] {
    const cells = rows.get(row)?.cells ?? [];
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
      const open = pence === 0 ? openFor(money, row, key) : 0;
      const gap = open === 0 ? gapOf(name, pence, counted) : openGapOf(name, open, counted);
      return { priority, project: name, pence, isOpen: open !== 0, measures: counted, gap };
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

/**
 * The money that may be for a priority area and a project of it though it is not apportioned to them: what has no priority
 * area, or no project, and else fits. Pence; null is not recorded. Where no project is named, that of any may be meant.
 */
export function openFor(money: CrossedReport, row: string, column: string): Cell {
  const cells = money.rows.flatMap((each) =>
    money.columns.flatMap((of, index) => {
      const fitsRow = each.row === row || each.row === REST;
      const fitsColumn = of.column === column || of.column === REST || column === REST;
      const isItself = each.row === row && (of.column === column || column === REST);
      return fitsRow && fitsColumn && !isItself ? [each.cells[index] ?? null] : [];
    }),
  );
  const known = sumPence(cells.map((cell) => cell ?? 0));
  return known === 0 && cells.includes(null) ? null : Math.max(known, 0);
}

function openGapOf(project: string | null, open: Cell, measures: readonly Measure[]): string {
  const money = open === null ? "Money whose amount is not recorded and which is" : formatPounds(open);
  const missing = project === null ? "; no project" : measures.length === 0 ? "; no measure" : "";
  return `${money} not yet apportioned may be for this${missing}`;
}
