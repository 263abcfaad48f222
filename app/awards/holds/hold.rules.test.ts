import { expect, it } from "vitest";
import { refusalOfHold, refusalOfLifting } from "./hold.rules.ts";

const TODAY = "2026-11-21";

it("an award is on hold from a day that is not to come, not before it began, nor within the last hold", () => {
  const known = { today: TODAY, liftedOn: null, beganOn: null };
  expect(refusalOfHold("2026-11-21", known)).toBeNull();
  expect(refusalOfHold("2026-11-22", known)).toBe("The day must be today or in the past");
  expect(refusalOfHold("2026-05-03", { ...known, liftedOn: "2026-05-03" })).toBeNull();
  expect(refusalOfHold("2026-05-02", { ...known, liftedOn: "2026-05-03" })).toBe(
    "The day must not be before it was last taken off hold: 3 May 2026",
  );
  expect(refusalOfHold("2026-03-31", { ...known, beganOn: "2026-04-01" })).toBe(
    "The day must not be before the award began: 1 April 2026",
  );
});

it("it is taken off from that day on, up to today", () => {
  expect(refusalOfLifting("2026-08-06", "2026-08-06", TODAY)).toBeNull();
  expect(refusalOfLifting("2026-08-05", "2026-08-06", TODAY)).toBe(
    "It is on hold from 6 August 2026: the day must not be before",
  );
  expect(refusalOfLifting("2026-11-22", "2026-08-06", TODAY)).toBe("The day must be today or in the past");
});
