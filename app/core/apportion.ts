import { assertPence } from "./money.ts";

/**
 * Splits an amount by weights, exactly: the largest-remainder (Hamilton) method.
 * Each share is within a penny of its exact proportion and all shares add up to the amount.
 * Pennies left over go to the largest remainders, the earlier share first where they are equal.
 * @param pence the amount, whole pence.
 * @param weights whole numbers, 0 or more, at least one above 0.
 * @returns pence, one for each weight, in the same order.
 * @throws RangeError where the amount or a weight is not such a number.
 */
export function splitByShares(pence: number, weights: readonly number[]): number[] {
  assertPence(pence);
  for (const weight of weights) assertPence(weight);
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (total === 0n) throw new RangeError("At least one share must be more than 0");
  const parts = weights.map((weight, index) => {
    const exact = BigInt(pence) * BigInt(weight);
    return { index, whole: exact / total, remainder: exact % total };
  });
  let left = BigInt(pence) - parts.reduce((sum, part) => sum + part.whole, 0n);
  const byRemainder = [...parts].sort(
    (a, b) => Number(b.remainder > a.remainder) - Number(b.remainder < a.remainder) || a.index - b.index,
  );
  for (const part of byRemainder) {
    if (left === 0n) break;
    part.whole += 1n;
    left -= 1n;
  }
  return parts.map((part) => Number(part.whole));
}

/** Splits an amount into equal shares; shares that cannot be equal differ by one penny, the first being larger. */
export function splitEqually(pence: number, count: number): number[] {
  return splitByShares(
    pence,
    Array.from({ length: count }, () => 1),
  );
}
