import { describe, expect, test } from "vitest";
import type { TypedLine } from "./draft.schema.ts";
import { EMPTY_LINE, linesThatFit, saysNothing, typedLines } from "./typed-lines.rules.ts";
import type { Line } from "./version.ts";

const typed = (parts: Partial<TypedLine>): TypedLine => ({ ...EMPTY_LINE, ...parts });

function line(parts: Partial<Line>): Line {
  return {
    position: 1,
    partnership: null,
    financialYear: null,
    project: null,
    priority: null,
    theme: null,
    ownThemeId: null,
    stream: null,
    amountPence: 100,
    label: null,
    insideAward: null,
    inside: null,
    ...parts,
  };
}

describe("the lines that a draft starts with", () => {
  test("are those of the version before, without what is not yet apportioned", () => {
    const lines = [line({ position: 1, financialYear: 2024 }), line({ position: 2 })];
    expect(typedLines(lines, null)).toEqual([typed({ financialYear: 2024, amountPence: 100, base: 1 })]);
  });

  test("keep a line that comes out of another award, whatever else it says", () => {
    const inside = {
      awardId: 7,
      partnershipId: null,
      financialYear: null,
      projectId: null,
      priorityId: null,
      stream: null,
    };
    expect(typedLines([line({ inside })], null)).toHaveLength(1);
  });

  test("are one without an amount, or none, where the amount is not recorded", () => {
    const one = typed({ stream: "capital", amountPence: 5, share: 2 });
    expect(linesThatFit(null, [one])).toEqual([typed({ stream: "capital" })]);
    expect(linesThatFit(null, [one, one])).toEqual([]);
    expect(linesThatFit(100, [one, one])).toEqual([one, one]);
  });
});

test("a line on which only the sole partnership is chosen says no more than the rest does", () => {
  expect(saysNothing(typed({ partnershipId: 4, amountPence: 5 }), 4)).toBe(true);
  expect(saysNothing(typed({ partnershipId: 4, amountPence: 5 }), null)).toBe(false);
  expect(saysNothing(typed({ stream: "capital" }), 4)).toBe(false);
});
