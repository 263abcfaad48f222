import { describe, expect, test } from "vitest";
import { formatPercentage, parsePercentage, percentageForField } from "./percentage.ts";

describe("a percentage", () => {
  test("is read with up to two decimals, exactly", () => {
    expect(["12.5", "12.50%", " 50 ", "0", "33.33", "1,000", "0.07"].map(parsePercentage)).toEqual([
      1250, 1250, 5000, 0, 3333, 100_000, 7,
    ]);
    expect(["", "12.345", "-5", "half", "1.", ".5", "12,5x", "1e3"].map(parsePercentage)).toEqual(
      Array.from({ length: 8 }, () => null),
    );
  });

  test("is written with as many decimals as it has", () => {
    expect([1250, 5000, 3333, 7, 0, 100_000, 1205].map(formatPercentage)).toEqual([
      ...["12.5%", "50%", "33.33%", "0.07%", "0%", "1000%", "12.05%"],
    ]);
    expect([1250, null].map(percentageForField)).toEqual(["12.5", ""]);
  });

  test("reads back what it wrote", () => {
    for (let points = 0; points <= 10_000; points += 1) {
      expect(parsePercentage(percentageForField(points))).toBe(points);
    }
  });
});
