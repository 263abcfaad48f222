import { describe, expect, test } from "vitest";
import { awardedAmount } from "./decision.rules.ts";

const decision = {
  outcome: "full" as const,
  amountPence: null,
  amountNotRecorded: false,
  approximate: false,
};

describe("the amount of an award", () => {
  test("in full and left empty is what was requested", () => {
    expect(awardedAmount(decision, 3_607_300)).toEqual({
      ok: true,
      value: { amountPence: 3_607_300, amountBasis: "exact" },
    });
  });

  test("is never taken for £0 where nothing is known", () => {
    expect(awardedAmount(decision, null).ok).toBe(false);
    expect(awardedAmount({ ...decision, amountNotRecorded: true }, 5_000)).toEqual({
      ok: true,
      value: { amountPence: null, amountBasis: "not_recorded" },
    });
  });

  test("in part is less than requested, in full is not", () => {
    expect(awardedAmount({ ...decision, outcome: "part", amountPence: 100 }, 100).ok).toBe(false);
    expect(awardedAmount({ ...decision, outcome: "part", amountPence: 99 }, 100).ok).toBe(true);
    expect(awardedAmount({ ...decision, amountPence: 99 }, 100).ok).toBe(false);
  });

  test("is never £0: that bid was unsuccessful", () => {
    expect(awardedAmount({ ...decision, outcome: "part", amountPence: 0 }, 100).ok).toBe(false);
    expect(awardedAmount({ ...decision, amountPence: 0 }, null).ok).toBe(false);
  });

  test("cannot be both typed and not recorded", () => {
    expect(awardedAmount({ ...decision, amountPence: 99, amountNotRecorded: true }, null).ok).toBe(false);
  });

  test("keeps that it is approximate", () => {
    expect(awardedAmount({ ...decision, amountPence: 110_000_000, approximate: true }, null)).toMatchObject({
      value: { amountBasis: "approximate" },
    });
  });
});
