import { expect, test } from "vitest";
import { NOTHING } from "./expected.rules.ts";
import { besideWords, monthName } from "./pipeline-words.ts";

test("bids that add nothing to the sums are counted beside them", () => {
  expect(besideWords(NOTHING)).toBe("");
  expect(besideWords({ ...NOTHING, withoutAmount: 3, withoutLikelihood: 1 })).toBe(
    "+ 3 bids, amount not recorded. 1 bid with an amount, likelihood not set: nothing is expected of it.",
  );
});

test("a month is named, and so is its absence", () => {
  expect(monthName("2027-01")).toBe("January 2027");
  expect(monthName("FY2027")).toBe("2027 to 2028");
  expect(monthName(null)).toBe("Decision date not recorded");
});
