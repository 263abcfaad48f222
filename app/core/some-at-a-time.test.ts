import { expect, test } from "vitest";
import { someAtATime } from "./some-at-a-time.ts";

test("a list comes some at a time, in its order, the rest last", () => {
  expect([...someAtATime([1, 2, 3, 4, 5], 2)]).toEqual([[1, 2], [3, 4], [5]]);
  expect([...someAtATime([1, 2], 2)]).toEqual([[1, 2]]);
  expect([...someAtATime([], 2)]).toEqual([]);
});
