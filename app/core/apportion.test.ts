import fc from "fast-check";
import { expect, test } from "vitest";
import { splitByShares, splitEqually } from "./apportion.ts";
import { MAX_PENCE } from "./money.ts";

test("£299,998 over four partnerships, and over three", () => {
  expect(splitEqually(29_999_800, 4)).toEqual([7_499_950, 7_499_950, 7_499_950, 7_499_950]);
  expect(splitEqually(29_999_800, 3)).toEqual([9_999_934, 9_999_933, 9_999_933]);
});

test("the pennies that are left go to the largest remainders, the earlier share first", () => {
  expect(splitByShares(100, [1, 1, 1])).toEqual([34, 33, 33]);
  expect(splitByShares(10, [1, 2, 4])).toEqual([1, 3, 6]);
  expect(splitByShares(0, [5, 0])).toEqual([0, 0]);
});

test("shares are exact, within a penny of their proportion, and nothing goes to a share of 0", () => {
  const weights = fc
    .array(fc.integer({ min: 0, max: 1_000_000_000 }), { minLength: 1, maxLength: 40 })
    .filter((all) => all.some((weight) => weight > 0));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: MAX_PENCE }), weights, (pence, shares) => {
      const split = splitByShares(pence, shares);
      const total = shares.reduce((sum, share) => sum + BigInt(share), 0n);
      expect(split.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(pence));
      split.forEach((part, index) => {
        const distance = BigInt(part) * total - BigInt(pence) * BigInt(shares[index] as number);
        expect(distance < total && distance > -total).toBe(true);
        if (shares[index] === 0) expect(part).toBe(0);
      });
      expect(splitByShares(pence, shares)).toEqual(split);
    }),
  );
});

test("what cannot be split is a mistake of ours", () => {
  expect(() => splitByShares(100, [0, 0])).toThrow(RangeError);
  expect(() => splitByShares(100, [])).toThrow(RangeError);
  expect(() => splitByShares(1.5, [1])).toThrow(RangeError);
  expect(() => splitByShares(100, [-1, 2])).toThrow(RangeError);
});
