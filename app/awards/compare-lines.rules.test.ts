import { describe, expect, test } from "vitest";
import { type ComparedLine, compareLines, sumChanges } from "./compare-lines.rules.ts";

function line(amountPence: number | null, parts: Partial<ComparedLine> = {}): ComparedLine {
  return {
    partnership: null,
    financialYear: null,
    project: null,
    priority: null,
    theme: null,
    stream: null,
    inside: null,
    insideAward: null,
    amountPence,
    ...parts,
  };
}

const lighting = { project: { id: 4, name: "Lighting" } };
const cameras = { project: { id: 5, name: "Cameras" } };
const amounts = (changes: ReturnType<typeof compareLines>) =>
  changes.map(({ project, before, change, after }) => [project?.name ?? null, before, change, after]);

describe("what changed between two versions", () => {
  test("stands by combination of dimensions, those that are gone at the end", () => {
    const before = [line(10_000), line(500, cameras)];
    const after = [line(6_000, lighting), line(4_000)];
    expect(amounts(compareLines(before, after))).toEqual([
      ["Lighting", 0, 6_000, 6_000],
      [null, 10_000, -6_000, 4_000],
      ["Cameras", 500, -500, 0],
    ]);
  });

  test("lines of one combination count together, whatever their notes", () => {
    const changes = compareLines([line(100, lighting), line(50, lighting)], [line(150, lighting)]);
    expect(amounts(changes)).toEqual([["Lighting", 150, 0, 150]]);
  });

  test("money out of another award stands apart from money of the award itself", () => {
    const inside = {
      awardId: 9,
      partnershipId: null,
      financialYear: null,
      projectId: null,
      priorityId: null,
      stream: null,
    };
    expect(compareLines([line(100)], [line(100, { inside })])).toHaveLength(2);
  });

  test("an amount that becomes known is not a rise from £0", () => {
    expect(amounts(compareLines([line(null)], [line(700)]))).toEqual([[null, null, null, 700]]);
    expect(amounts(compareLines([line(null)], [line(null)]))).toEqual([[null, null, 0, null]]);
    expect(compareLines([], [line(null, lighting)])[0]).toMatchObject({
      before: 0,
      change: null,
      after: null,
    });
  });

  test("adds up under the columns", () => {
    expect(sumChanges(compareLines([line(10_000)], [line(6_000, lighting), line(1_000)]))).toEqual({
      before: 10_000,
      change: -3_000,
      after: 7_000,
    });
    expect(sumChanges(compareLines([line(null)], [line(5)]))).toEqual({
      before: null,
      change: null,
      after: 5,
    });
  });
});
