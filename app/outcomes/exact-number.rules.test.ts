import fc from "fast-check";
import { expect, test } from "vitest";
import {
  fixedDecimals,
  formatSigned,
  formatValue,
  roundedQuotient,
  sumValues,
} from "./exact-number.rules.ts";

test.each([
  [1n, 8n, 2, 0.13],
  [-1n, 8n, 2, -0.13],
  [1n, -8n, 2, -0.13],
  [-1n, -8n, 2, 0.13],
  [1n, 3n, 1, 0.3],
  [2n, 3n, 0, 1],
  [-1n, 1000n, 1, 0],
  [2675n, 1000n, 2, 2.68],
])("%s / %s to %s decimals is %s", (numerator, denominator, decimals, expected) => {
  expect(roundedQuotient(numerator, denominator, decimals)).toBe(expected);
});

test("a quotient is never further than half a step from the exact one", () => {
  const whole = fc.integer({ min: -1_000_000, max: 1_000_000 });
  fc.assert(
    fc.property(
      whole,
      fc.integer({ min: 1, max: 10_000 }),
      fc.integer({ min: 0, max: 3 }),
      (top, bottom, decimals) => {
        const rounded = roundedQuotient(BigInt(top), BigInt(bottom), decimals);
        expect(Math.abs(rounded - top / bottom)).toBeLessThanOrEqual(0.5 / 10 ** decimals + 1e-9);
      },
    ),
  );
});

test("values are added exactly and shown with a true minus sign", () => {
  expect(sumValues([0.1, 0.2])).toBe(0.3);
  expect(sumValues([1.5, -2.4])).toBe(-0.9);
  expect(formatValue(4689)).toBe("4,689");
  expect(formatValue(-0.9)).toBe("−0.9");
  expect([formatSigned(12), formatSigned(-12), formatSigned(0)]).toEqual(["+12", "−12", "0"]);
  expect(fixedDecimals(-26, 1)).toBe("26.0");
});
