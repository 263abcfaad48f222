import { describe, expect, test } from "vitest";
import { openDimensionsOf, openWords } from "./open-dimensions.rules.ts";

const all = { id: 1, name: "One" };
const known = {
  partnership: all,
  financialYear: 2024,
  project: all,
  priority: all,
  theme: all,
  stream: "revenue" as const,
  amountPence: 100,
};

describe("what is not yet apportioned", () => {
  test("is what any line with money lacks", () => {
    const lines = [known, { ...known, partnership: null }, { ...known, financialYear: null, stream: null }];
    expect(openDimensionsOf(lines)).toEqual(["partnership", "year", "stream"]);
    expect(openWords(openDimensionsOf(lines))).toBe("Partnership, financial year, stream");
  });

  test("is nothing where each line says all, or holds £0", () => {
    expect(openDimensionsOf([known, { ...known, project: null, amountPence: 0 }])).toEqual([]);
    expect(openWords([])).toBeNull();
  });

  test("counts an amount that is not recorded as money", () => {
    expect(openDimensionsOf([{ ...known, project: null, amountPence: null }])).toEqual(["project"]);
  });

  test("has no need of a priority area where the line has a theme", () => {
    expect(openDimensionsOf([{ ...known, priority: null }])).toEqual([]);
    expect(openDimensionsOf([{ ...known, priority: null, theme: null }])).toEqual(["priority"]);
  });
});
