import { expect, test } from "vitest";
import { leftWords, runningFigures } from "./running-figures.rules.ts";

const typed = (...amounts: string[]) => ({ lines: amounts.map((amountPence) => ({ amountPence })) });

test("what is left to apportion follows what is typed", () => {
  expect(runningFigures(1_000_000, typed("£6,000", "", "0.50"))).toEqual({
    inLinesPence: 600_050,
    leftPence: 399_950,
    unreadable: 0,
  });
  expect(leftWords({ leftPence: 399_950 })).toBe("Left to apportion £3,999.50");
  expect(runningFigures(500, {})).toEqual({ inLinesPence: 0, leftPence: 500, unreadable: 0 });
});

test("too much is said, and what cannot be read is counted", () => {
  const figures = runningFigures(10_000, typed("150", "lots"));
  expect(figures).toEqual({ inLinesPence: 15_000, leftPence: -5_000, unreadable: 1 });
  expect(leftWords(figures)).toBe("£50 too much");
});
