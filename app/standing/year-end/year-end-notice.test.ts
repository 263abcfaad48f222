import { expect, it } from "vitest";
import { givenWords, leftWords } from "./year-end-notice.tsx";

it("money that stands in two awards counts once, and what it comes to with both stands beside it", () => {
  const sums = { awards: 9, givenPence: 0, claimedPence: 0, unknown: 0 };
  expect(leftWords({ ...sums, leftPence: 12_192_450, insidePence: 1_500_000 })).toBe(
    "At least £106,924.50 of 9 awards is not claimed yet, each pound counted once (£121,924.50 in all awards, which have up to £15,000 that comes out of other awards twice)",
  );
  expect(givenWords({ ...sums, givenPence: 13_500_000, leftPence: 0, insidePence: 1_500_000 })).toBe(
    "£120,000, each pound counted once (£135,000 in all awards, which have £15,000 that comes out of other awards twice)",
  );
  expect(givenWords({ ...sums, givenPence: 100, leftPence: 0, insidePence: 0 })).toBe("£1");
  expect(leftWords({ ...sums, leftPence: 100, insidePence: 0 })).toBe("£1 of 9 awards is not claimed yet");
});
