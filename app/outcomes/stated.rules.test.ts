import { describe, expect, test } from "vitest";
import { checkStated, decimalsStated, signContradictsWords } from "./stated.rules.ts";

function agrees(statedPercent: number, before: bigint, after: bigint, statedChange: string | null = null) {
  const percent = { numerator: (after - before) * 100n, denominator: before };
  return checkStated({ statedPercent, statedChange }, { percent, points: null });
}

describe("a stated per cent is compared at the precision with which it was stated", () => {
  test.each([
    [-25.7, 1453n, 1079n, true],
    [-26, 1453n, 1079n, true],
    [-25, 1453n, 1079n, false],
    [-55, 167n, 74n, false],
    [-56, 167n, 74n, true],
    [-31.5, 512n, 351n, false],
    [5, 8373n, 8793n, true],
    [-5, 8373n, 8793n, false],
    [0, 1000n, 1004n, true],
  ])("stated %s, %s to %s: agrees %s", (stated, before, after, expected) => {
    expect(agrees(stated, before, after)?.agrees).toBe(expected);
  });

  test("a half is rounded away from zero", () => {
    expect(agrees(13, 8n, 9n)?.agrees).toBe(true);
    expect(agrees(-13, 8n, 7n)?.agrees).toBe(true);
  });

  test("the words may state more decimals than the number keeps", () => {
    expect(decimalsStated(5, "rose by 5.0%")).toBe(1);
    expect(decimalsStated(-31.5, "decreased by 31.5%")).toBe(1);
    expect(decimalsStated(-55, null)).toBe(0);
    expect(agrees(5, 1000n, 1046n)?.agrees).toBe(true);
    expect(agrees(5, 1000n, 1046n, "rose by 5.0%")).toEqual({
      agrees: false,
      text: "Stated +5.0%, computed +4.6%",
    });
  });

  test("more decimals than one are shown as they were stated", () => {
    expect(agrees(-31.45, 512n, 351n)).toEqual({ agrees: true, text: "Stated −31.45%, computed −31.45%" });
  });

  test("nothing stated, nothing to check", () => {
    expect(checkStated({ statedPercent: null, statedChange: "much improved" }, null)).toBeNull();
  });
});

test.each([
  [55, "a 55% fall", true],
  [-55, "a 55% fall", false],
  [-5, "increased by 420 (5%)", true],
  [5, "increased by 420 (5%)", false],
  [22, "decreased by around 22%", true],
  [10, "rose, then fell", false],
  [10, "much improved on previous years", false],
])("%s beside “%s” contradicts the words: %s", (percent, words, expected) => {
  expect(signContradictsWords(percent, words)).toBe(expected);
});
