import { describe, expect, it } from "vitest";
import { kindOfAuthorities, mayStandAbove, wouldMakeCircle } from "./partnership.rules.ts";

describe("the kind of a partnership of the official list", () => {
  it("is district where any of its authorities is a non-metropolitan district", () => {
    expect(kindOfAuthorities(["E07000084", "E07000085", "E07000089"])).toBe("district");
  });

  it("is unitary for unitary, metropolitan, London and Welsh authorities", () => {
    for (const code of ["E06000045", "E08000025", "E09000033", "W06000015"]) {
      expect(kindOfAuthorities([code])).toBe("unitary");
    }
  });
});

describe("who may stand above others", () => {
  it("is a county partnership or a county strategy group", () => {
    expect(mayStandAbove("county_strategy_group")).toBe(true);
    expect(mayStandAbove("county")).toBe(true);
    expect(mayStandAbove("district")).toBe(false);
  });
});

describe("a circle of partnerships", () => {
  const aboveOf = new Map<number, number | null>([
    [1, 2],
    [2, 3],
    [3, null],
  ]);

  it("is a partnership above itself, straight or through others", () => {
    expect(wouldMakeCircle(aboveOf, 3, 3)).toBe(true);
    expect(wouldMakeCircle(aboveOf, 3, 1)).toBe(true);
  });

  it("is not a county group above a district", () => {
    expect(wouldMakeCircle(aboveOf, 1, 3)).toBe(false);
    expect(wouldMakeCircle(aboveOf, 4, 1)).toBe(false);
  });

  it("ends the search even where the register already holds a circle", () => {
    const broken = new Map<number, number | null>([
      [1, 2],
      [2, 1],
    ]);
    expect(wouldMakeCircle(broken, 9, 1)).toBe(false);
  });
});
