import { expect, test } from "vitest";
import { forecastRange } from "./forecast-range.ts";

test("the range is spread around what is expected, in whole pounds, within £0 and what is requested", () => {
  // A hundred bids of £100, each as likely as not: the standard deviation is £500.
  const bids = { bids: 100, requestedPence: 1_000_000, expectedPence: 500_000 };
  expect(forecastRange(bids, 100 * 10_000 ** 2 * 0.25)).toEqual({ fromPence: 435_900, toPence: 564_100 });
  expect(forecastRange(bids, 1e14)).toEqual({ fromPence: 0, toPence: 1_000_000 });
  expect(forecastRange(bids, 0)).toEqual({ fromPence: 500_000, toPence: 500_000 });
});

test("of few bids there is no range", () => {
  expect(forecastRange({ bids: 9, requestedPence: 900, expectedPence: 450 }, 100)).toBeNull();
});
