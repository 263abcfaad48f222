import { expect, test } from "vitest";
import { pipelineText } from "./pipeline-text.rules.ts";

test("nothing to add up is £0: it is no amount that nobody recorded", () => {
  const text = pipelineText({
    partnerships: ["Aldham"],
    asAt: "2026-06-30",
    knownAt: "2026-06-30",
    sums: [],
    expected: { bids: 0, expectedPence: 0, awardedPence: 0 },
  });
  expect(text).toMatch(/^Total +0 +£0 +£0 +too few bids +0 +0$/m);
});
