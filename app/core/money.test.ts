import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatPounds, MAX_PENCE, parsePounds, plainPounds, poundsForField, sumPence } from "./money.ts";

const pence = fc.integer({ min: 0, max: MAX_PENCE });

describe("reading an amount in pounds", () => {
  test.each([
    ["£299,998", 29_999_800],
    ["36 073", 3_607_300],
    ["239,832.28", 23_983_228],
    ["£1,100,000.5", 110_000_050],
    ["75.", 7_500],
    ["０７５", 7_500],
    ["0", 0],
    ["90071992547409.91", MAX_PENCE],
  ])("%s", (typed, expected) => {
    expect(parsePounds(typed)).toEqual({ ok: true, pence: expected });
  });

  test.each([
    ["-5", "must be £0 or more"],
    ["£1,000.005", "no more than 2 decimal places"],
    ["90071992547409.92", "larger than this register can hold"],
    ["123456789012345678", "larger than this register can hold"],
    ["1e309", "must be in pounds, like"],
    ["NaN", "must be in pounds, like"],
    ["about 5", "must be in pounds, like"],
    ["1,2,3", "must be in pounds, like"],
    ["1.000,00", "must be in pounds, like"],
    ["12,34", "must be in pounds, like"],
    ["", "must be in pounds, like"],
    [".5", "must be in pounds, like"],
  ])("%s is refused in words", (typed, words) => {
    const parsed = parsePounds(typed);
    expect(parsed.ok ? "" : parsed.message).toContain(words);
  });

  test("whatever is written is read back to the penny", () => {
    fc.assert(
      fc.property(pence, (amount) => {
        for (const written of [
          formatPounds(amount),
          formatPounds(amount, "always"),
          plainPounds(amount),
          poundsForField(amount),
        ]) {
          expect(parsePounds(written)).toEqual({ ok: true, pence: amount });
        }
      }),
    );
  });
});

describe("writing an amount", () => {
  test("two decimals only where they are needed, or always in a table", () => {
    expect(formatPounds(7_500)).toBe("£75");
    expect(formatPounds(7_550)).toBe("£75.50");
    expect(formatPounds(29_999_800, "always")).toBe("£299,998.00");
    expect(formatPounds(-18_000_005)).toBe("−£180,000.05");
    expect(plainPounds(-5)).toBe("-0.05");
    expect(poundsForField(null)).toBe("");
  });

  test("an amount that is not whole pence is a mistake of ours", () => {
    expect(() => formatPounds(0.5)).toThrow(RangeError);
    expect(() => formatPounds(Number.NaN)).toThrow(RangeError);
    expect(() => formatPounds(MAX_PENCE + 1)).toThrow(RangeError);
  });
});

test("a sum that would lose a penny is refused", () => {
  expect(sumPence([1, 2, 3])).toBe(6);
  expect(sumPence([])).toBe(0);
  expect(() => sumPence([MAX_PENCE, 1])).toThrow(RangeError);
});
