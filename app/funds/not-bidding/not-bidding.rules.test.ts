import { expect, test } from "vitest";
import { byWhatBecame } from "./not-bidding.rules.ts";

test("a round was not bid for where nobody took the decision back and no bid was made after all", () => {
  const takenBack = { on: "2026-08-10", because: "A partner found the match" };
  const bids = [{ id: 1, reference: "B-000001" }];
  const decisions = [
    { id: 1, bids: [], takenBack: null },
    { id: 2, bids, takenBack: null },
    { id: 3, bids: [], takenBack },
    { id: 4, bids, takenBack },
  ];
  const { standing, overtaken } = byWhatBecame(decisions);
  expect(standing.map(({ id }) => id)).toEqual([1]);
  expect(overtaken.map(({ id }) => id)).toEqual([2, 3, 4]);
});
