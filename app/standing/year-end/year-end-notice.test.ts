import { expect, it } from "vitest";
import { leftWords } from "./year-end-notice.tsx";

it("money that stands in two awards is named, with the least that is left once it is counted once", () => {
  const sums = { awards: 9, givenPence: 0, claimedPence: 0, unknown: 0 };
  expect(leftWords({ ...sums, leftPence: 12_192_450, insidePence: 1_500_000 })).toBe(
    "£121,924.50 of 9 awards (£15,000 of what is given comes out of other awards: counted once, at least £106,924.50) is not claimed yet",
  );
  expect(leftWords({ ...sums, leftPence: 100, insidePence: 0 })).toBe("£1 of 9 awards is not claimed yet");
});
