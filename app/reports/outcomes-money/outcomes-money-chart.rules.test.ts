import { expect, test } from "vitest";
import type { OutcomesMoney, PaidProject } from "./outcomes-money.ts";
import { prioritiesChart } from "./outcomes-money-chart.rules.ts";

const money = { rows: [], total: { cells: [], sum: null } } as unknown as OutcomesMoney["money"];
const paid = (priority: string, pence: number | null, gap: string | null): PaidProject => ({
  ...{ priority, project: "Lamps", pence, isOpen: false, measures: [], gap },
});

test("each priority area with money has a bar, the largest first, with what can be followed to a change", () => {
  const rows = [
    paid("Burglary", 2_000_00, null),
    paid("Streets", 3_000_00, null),
    paid("Streets", 1_000_00, "No measure"),
    paid("Prevent", 0, null),
    paid("Nights", null, "Amount not recorded"),
  ];
  expect(prioritiesChart({ paid: rows, money })).toEqual({
    kind: "bars",
    finding:
      "The most money is for Streets: £4,000, of which £3,000 can be followed to a change that was measured",
    points: [
      { label: "Streets", value: 4_000_00, text: "£4,000, of which £3,000 can be followed" },
      { label: "Burglary", value: 2_000_00, text: "£2,000, of which £2,000 can be followed" },
    ],
  });
  expect(prioritiesChart({ paid: rows.slice(3), money })).toBeNull();
});

test("more than twelve priority areas are eleven and what the others come to", () => {
  const rows = Array.from({ length: 14 }, (_, index) => paid(`Area ${index + 1}`, (20 - index) * 100, null));
  const chart = prioritiesChart({ paid: rows, money });
  const points = chart?.kind === "bars" ? chart.points : [];
  expect(points).toHaveLength(12);
  expect(points.at(-1)).toEqual({
    ...{ label: "Other (3)", value: 2_400, text: "£24, of which £24 can be followed" },
  });
});
