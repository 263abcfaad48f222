import { expect, test } from "vitest";
import { changeDetails } from "./change-details.rules.ts";

test("what moved is said with what stood before, whichever names the log has for it, and why", () => {
  expect(
    changeDetails({ amountPence: 2_000, id: 4 }, { amountPence: 1_500, recipient: "Club", note: "Less" }),
  ).toEqual(["Amount: £20 became £15", "Recipient: Club", "Less"]);
  expect(changeDetails({ met_on: null, text: "Plan" }, { met_on: "2026-10", text: "Plan" })).toEqual([
    "Met: not recorded became October 2026",
  ]);
  expect(changeDetails(null, { value: 8, period: null, due_on: "2026-11-01" })).toEqual([
    "Due: 1 November 2026",
    "Value: 8",
  ]);
  expect(changeDetails(null, null)).toEqual([]);
});
