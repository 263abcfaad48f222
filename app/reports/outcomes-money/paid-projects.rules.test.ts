import { expect, test } from "vitest";
import type { CrossedReport } from "../crossed/crossed.ts";
import { openFor, paidProjects } from "./paid-projects.rules.ts";

const REST = "not-apportioned";
const row = (key: string, cells: (number | null)[]) => ({ row: key, name: key, cells, sum: 0 });

/** Priority areas 1 and what has none, by projects 7, 8 and what has none. */
function crossed(one: (number | null)[], rest: (number | null)[]): CrossedReport {
  const columns = ["7", "8", REST].map((column) => ({ column, name: `Project ${column}` }));
  return { columns, rows: [row("1", one), row(REST, rest)] } as unknown as CrossedReport;
}

test("what has no priority area, or no project, may be for a row that has no money, and no other row’s", () => {
  const money = crossed([0, 500, 0], [0, 0, 2_000]);
  expect(openFor(money, "1", "7")).toBe(2_000);
  expect(openFor(money, "2", REST)).toBe(2_000);
  expect(openFor(crossed([0, 500, 30], [40, 60, 0]), "1", "7")).toBe(70);
  expect(openFor(crossed([0, 500, 0], [0, 60, 0]), "1", "7")).toBe(0);
  expect(openFor(crossed([0, 0, 0], [0, 0, null]), "1", "7")).toBeNull();
});

test("such a row says so in place of £0, and the amounts still come to the total", () => {
  const priorities = [
    { id: 1, title: "Burglary" },
    { id: 2, title: "Fire" },
  ];
  const named = new Map([[1, [{ id: 7, name: "Doorstep" }]]]);
  const paid = paidProjects(crossed([0, 500, 0], [0, 0, 2_000_000]), { named, priorities, measures: [] });
  expect(paid.map(({ priority, project, isOpen, gap }) => [priority, project, isOpen, gap])).toEqual([
    ["Burglary", "Doorstep", true, "£20,000 not yet apportioned may be for this; no measure"],
    ["Burglary", "Project 8", false, "Money without a measure"],
    ["Fire", null, true, "£20,000 not yet apportioned may be for this; no project"],
    ["No priority area yet", null, false, "Money without a project"],
  ]);
  expect(paid.reduce((sum, { pence }) => sum + (pence ?? 0), 0)).toBe(2_000_500);
});
