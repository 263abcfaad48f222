import { expect, it } from "vitest";
import { allocatablePence, overAllocationSchema, overAllocationWords } from "./over-allocation.ts";

it("is whole pence, never more than the percentage", () => {
  expect(allocatablePence(10_005, 110)).toBe(11_005);
  expect(allocatablePence(Number.MAX_SAFE_INTEGER, 100)).toBe(Number.MAX_SAFE_INTEGER);
});

it.each([
  [100_000, null],
  [100_001, "£0.01 more is passed on than the award holds. That is meant: up to 110% of it may be passed on"],
  [110_000, "£100 more is passed on than the award holds. That is meant: up to 110% of it may be passed on"],
  [110_001, null],
])("of £1,000 at 110%%, %i pence passed on is said to be meant where it is", (passedOn, words) => {
  expect(overAllocationWords({ amountPence: 100_000, percentage: 110 }, passedOn)).toBe(words);
  expect(overAllocationWords({ amountPence: null, percentage: 110 }, passedOn)).toBeNull();
});

it("is 100 per cent or more, with a reason", () => {
  const problems = (percentage: string, reason: string) =>
    overAllocationSchema.safeParse({ version: "0", percentage, reason }).error?.issues.length ?? 0;
  expect([problems("110", "Agreed"), problems("99", "Agreed"), problems("110", "")]).toEqual([0, 1, 1]);
});
