import { expect, test } from "vitest";
import { randomFrom } from "./random.ts";

const draw = (seed: number) => {
  const random = randomFrom(seed);
  return Array.from({ length: 200 }, () => random.whole(1, 6));
};

test("the same seed gives the same numbers, another seed others", () => {
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
});

test("numbers stay between the ends that were asked for and reach both", () => {
  expect([...new Set(draw(3))].sort()).toEqual([1, 2, 3, 4, 5, 6]);
});

test("items come as often as their weights say", () => {
  const random = randomFrom(4);
  const drawn = Array.from({ length: 10_000 }, () =>
    random.weighted([
      ["common", 9],
      ["rare", 1],
    ]),
  );
  const rare = drawn.filter((item) => item === "rare").length;
  expect(rare).toBeGreaterThan(900);
  expect(rare).toBeLessThan(1_100);
});

test("some of the items are each of them picked once at most", () => {
  const picked = randomFrom(5).pickSome([1, 2, 3], 5);
  expect(picked.sort()).toEqual([1, 2, 3]);
});
