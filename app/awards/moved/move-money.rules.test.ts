import { expect, test } from "vitest";
import type { Line } from "../version.ts";
import { moveBetween } from "./move-money.rules.ts";

const line = (position: number, amountPence: number | null) => ({ position, amountPence }) as Line;
const LINES = [line(1, 60_000), line(2, 40_000), line(3, 0)];
const move = (position: number, takePence: number | null, givePence: number | null) => ({
  position,
  takePence,
  givePence,
});

const amounts = (moves: ReturnType<typeof move>[]) => {
  const moved = moveBetween(LINES, moves);
  return moved.ok ? moved.value.map(({ position, amountPence }) => [position, amountPence]) : moved.errors;
};

test("what is taken from lines is given to others, and a line that gave all is gone", () => {
  expect(amounts([move(1, 10_000, null), move(2, 40_000, null), move(3, null, 50_000)])).toEqual([
    [1, 50_000],
    [3, 50_000],
  ]);
});

test("taken and given come to one sum, and no line gives more than it has", () => {
  expect(amounts([move(1, 10_000, null), move(2, null, 9_900)])).toEqual({
    form: "What is taken and what is given must come to the same sum",
  });
  expect(amounts([move(1, 60_001, null), move(2, null, 60_001)])).toEqual({
    "lines.0.takePence": "This line has only £600",
  });
  expect(amounts([move(1, 100, 100), move(2, null, null)])).toHaveProperty(["lines.0.takePence"]);
  expect(amounts([move(1, null, null)])).toEqual({ "lines.0.takePence": "Enter the amount to move" });
  expect(amounts([move(9, 100, null), move(1, null, 100)])).toHaveProperty("form");
});
