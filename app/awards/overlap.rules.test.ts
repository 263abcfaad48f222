import { expect, it } from "vitest";
import { type CountedAward, mostInBoth, mostTooHigh, pairsOf } from "./overlap.rules.ts";

const [SOUTH, EAST, WEST] = [1, 2, 3];
const award = (partnershipIds: number[], ...parts: [number | null, number][]): CountedAward => ({
  byPartnership: new Map(parts),
  partnershipIds,
});
/** The same from both sides: which of the two names the other makes no difference. */
function inBoth(one: CountedAward, other: CountedAward): number {
  expect(mostInBoth(other, one)).toBe(mostInBoth(one, other));
  return mostInBoth(one, other);
}

it("two awards not yet split may hold the lesser of the two, where a partnership shares both", () => {
  expect(inBoth(award([SOUTH, EAST], [null, 300]), award([SOUTH], [null, 1_100]))).toBe(300);
  expect(inBoth(award([EAST], [null, 300]), award([SOUTH], [null, 1_100]))).toBe(0);
  expect(inBoth(award([], [null, 300]), award([SOUTH], [null, 1_100]))).toBe(300);
});

it("a joint award that is split is in an award of one partnership with that one's share at most", () => {
  const joint = award([SOUTH, EAST, WEST], [SOUTH, 75], [EAST, 75], [WEST, 150]);
  expect(inBoth(joint, award([SOUTH], [SOUTH, 1_100]))).toBe(75);
  expect(inBoth(joint, award([SOUTH], [null, 1_100]))).toBe(75);
  expect(inBoth(joint, award([SOUTH], [SOUTH, 20], [null, 30]))).toBe(50);
  expect(inBoth(joint, award([4], [4, 1_100]))).toBe(0);
});

it("what is split in part overlaps in its split part and in what may still be of the same partnership", () => {
  const joint = award([SOUTH, EAST], [EAST, 100], [null, 60]);
  expect(inBoth(joint, award([SOUTH], [SOUTH, 200]))).toBe(60);
  expect(inBoth(joint, award([SOUTH, EAST], [SOUTH, 10], [EAST, 30], [null, 500]))).toBe(160);
  expect(inBoth(joint, award([EAST], [EAST, 120]))).toBe(120);
});

it("what was passed on below nothing takes nothing of another's money", () => {
  expect(inBoth(award([SOUTH], [SOUTH, -50]), award([SOUTH], [SOUTH, 80]))).toBe(0);
  expect(inBoth(award([SOUTH, EAST], [SOUTH, 100], [EAST, -40]), award([SOUTH], [SOUTH, 80]))).toBe(60);
});

it("an award holds money of several others at most as far as its own goes, and each of several may hold the same", () => {
  const own = (pence: number) => award([SOUTH], [SOUTH, pence]);
  const counted = new Map([
    [1, own(100)],
    [2, own(80)],
    [3, own(90)],
    [4, award([EAST], [EAST, 500])],
  ]);
  const tooHigh = (...named: [holderId: number, otherId: number][]) =>
    mostTooHigh(
      pairsOf(
        named.map(([holderId, otherId]) => ({ holderId, otherId })),
        counted,
      ),
      counted,
    );
  expect(tooHigh([1, 2], [1, 3])).toBe(100);
  expect(tooHigh([2, 1], [3, 1])).toBe(170);
  expect(tooHigh([1, 2], [2, 1])).toBe(80);
  expect(tooHigh([1, 4], [1, 5])).toBe(0);
});
