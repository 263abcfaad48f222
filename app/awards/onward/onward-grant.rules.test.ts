import { describe, expect, test } from "vitest";
import {
  onwardFlags,
  passedOnFigures,
  refusalOfAmount,
  refusalOfPayment,
  statusOf,
  takenPence,
} from "./onward-grant.rules.ts";
import type { OnwardGrant } from "./onward-grant.ts";

function grant(parts: Partial<OnwardGrant> = {}) {
  const nothing = { paidPence: 0, returnedPence: 0, cancelledOn: null, agreedOn: null, recipient: "Refuge" };
  return { amountPence: 10_000, ...nothing, ...parts };
}

test("a grant stands where its agreement and its payments have brought it", () => {
  const agreed = { agreedOn: "2026-05" };
  expect(statusOf(grant())).toBe("planned");
  expect(statusOf(grant(agreed))).toBe("agreed");
  expect(statusOf(grant({ ...agreed, paidPence: 4_000 }))).toBe("part_paid");
  expect(statusOf(grant({ amountPence: null, paidPence: 4_000 }))).toBe("part_paid");
  expect(statusOf(grant({ paidPence: 10_000 }))).toBe("paid");
  expect(statusOf(grant({ paidPence: 10_000, returnedPence: 1 }))).toBe("part_returned");
  expect(statusOf(grant({ paidPence: 4_000, returnedPence: 4_000 }))).toBe("returned");
  expect(statusOf(grant({ paidPence: 4_000, cancelledOn: "2026-06-01" }))).toBe("cancelled");
});

test("what came back can be passed on again, and a cancelled grant takes only what was paid", () => {
  expect(takenPence(grant({ paidPence: 10_000, returnedPence: 3_000 }))).toBe(7_000);
  expect(takenPence(grant({ paidPence: 4_000, returnedPence: 500, cancelledOn: "2026-06-01" }))).toBe(3_500);
  expect(takenPence(grant({ amountPence: null, paidPence: 4_000 }))).toBe(4_000);
});

describe("an award of £300, of which another award takes £100", () => {
  const award = { amountPence: 30_000, passedOnPence: 10_000 };
  test("has left what neither awards nor grants take", () => {
    expect(passedOnFigures(award, [grant({ paidPence: 2_000 })])).toEqual({
      awardsPence: 10_000,
      grantsPence: 10_000,
      leftPence: 10_000,
      paidPence: 2_000,
      returnedPence: 0,
    });
  });
  test("refuses a grant above that, with what is left", () => {
    expect(refusalOfAmount(10_000, award, [grant()])).toBeNull();
    expect(refusalOfAmount(10_001, award, [grant()])).toBe(
      "Only £100 of the award is left beside the awards inside it and its other onward grants",
    );
    expect(refusalOfAmount(1, award, [grant(), grant()])).toContain("Nothing of the award is left");
    expect(onwardFlags(award, [grant(), grant(), grant()])).toEqual([
      "More is passed on than the award holds: £100 too much",
    ]);
  });
  test("of no known amount refuses nothing, and says so", () => {
    const unknown = { amountPence: null, passedOnPence: 0 };
    expect(refusalOfAmount(1_000_000, unknown, [])).toBeNull();
    expect(onwardFlags(unknown, [grant({ amountPence: null, paidPence: 1 })])).toHaveLength(3);
  });
});

test("a payment is refused above the grant and before its agreement was signed", () => {
  const signed = grant({ agreedOn: "2026-05-10", paidPence: 6_000, returnedPence: 1_000 });
  const paying = (pence: number, day: string, said: string | null = null) => ({ pence, day, said });
  expect(refusalOfPayment(signed, paying(5_000, "2026-05-10"))).toBeNull();
  expect(refusalOfPayment(signed, paying(5_001, "2026-05-10"))?.message).toContain("Only £50");
  expect(refusalOfPayment(signed, paying(1, "2026-05-09"))?.field).toBe("happenedOn");
  const unsigned = grant({ amountPence: null });
  expect(refusalOfPayment(unsigned, paying(99_999, "2020-01-01"))?.field).toBe("reason");
  expect(refusalOfPayment(unsigned, paying(99_999, "2020-01-01", "By letter"))).toBeNull();
});
