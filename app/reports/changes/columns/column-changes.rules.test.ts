import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  columnChangesLines,
  columnCountWords,
  columnProofWords,
  explained,
  movedRecords,
} from "./column-changes.rules.ts";
import type { ColumnChange, ColumnChanges } from "./column-changes.ts";

describe("what makes the difference of a column", () => {
  it("comes record by record to what the two sums differ by", () => {
    const side = fc.dictionary(fc.constantFrom("1", "2", "3", "4"), fc.integer({ min: -9_000, max: 9_000 }));
    fc.assert(
      fc.property(side, side, (one, other) => {
        const [first, second] = [one, other].map(
          (each) => new Map(Object.entries(each).map(([id, pence]) => [Number(id), pence])),
        ) as [Map<number, number>, Map<number, number>];
        const sum = (of: Map<number, number>) => [...of.values()].reduce((all, pence) => all + pence, 0);
        const moved = movedRecords({ first, second });
        expect(explained({ firstPence: sum(first), secondPence: sum(second) }, moved)).toEqual({
          changedPence: sum(second) - sum(first),
          unexplainedPence: 0,
        });
        for (const { id, pence } of moved) expect([first.get(id), pence]).not.toEqual([second.get(id), 0]);
        expect(moved.every(({ pence }) => pence !== 0)).toBe(true);
      }),
    );
  });

  it("is not explained where the totals are not what the records come to", () => {
    const moved = movedRecords({ first: new Map([[1, 500]]), second: new Map([[1, 700]]) });
    expect(moved).toEqual([{ id: 1, firstPence: 500, secondPence: 700, pence: 200 }]);
    const totals = { firstPence: null, secondPence: 701 };
    expect(explained(totals, moved)).toEqual({ changedPence: 200, unexplainedPence: 501 });
  });

  const change: ColumnChange = {
    record: { kind: "award", id: 1, reference: "A-1", title: "Lamps" },
    ...{ firstPence: null, secondPence: 1_050, pence: 1_050, why: ["31 March 2026, spend 1: £10.50 spent"] },
  };
  const spent: ColumnChanges = {
    ...{ column: "spent", firstPence: null, secondPence: 1_050, changedPence: 1_050 },
    ...{ unexplainedPence: 0, count: 1, changes: [change] },
  };

  it("is proved in words, each record with why", () => {
    expect(columnChangesLines(spent)).toEqual([
      "What changed: spent",
      "Spent: first report nothing recorded + changes £10.50 = second report £10.50. Unexplained: £0.00",
      "1 award does not add the same to both.",
      "A-1: Lamps",
      "  nothing recorded became £10.50 (+£10.50)",
      "  Why: 31 March 2026, spend 1: £10.50 spent",
    ]);
    const less = { ...spent, firstPence: 2_000, secondPence: 500, changedPence: -1_500 };
    expect(columnProofWords(less)).toContain("£20.00 − changes £15.00 = second report £5.00");
  });

  it("says how many records stand here, and what they are", () => {
    expect(columnCountWords({ ...spent, count: 0, changes: [] })).toBe("Nothing changed between the two.");
    const bid = { ...change, record: { kind: "bid" as const, id: 2, reference: "B-2", title: "Vans" } };
    expect(columnCountWords({ ...spent, column: "requested", count: 1_200, changes: [bid] })).toBe(
      "1,200 bids do not add the same to both. This page shows the first 1; the totals are of all.",
    );
  });
});
