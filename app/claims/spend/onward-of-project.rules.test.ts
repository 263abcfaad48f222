import { expect, it } from "vitest";
import { paidOnwardYears } from "./onward-of-project.rules.ts";

it("what came back is taken off in the year in which it came, and each award and year stands once", () => {
  const award = { awardId: 14, reference: "A-000014", title: "Youth outreach", paysOnlyIt: true };
  const paid = { ...award, kind: "paid" as const, pence: 600_000 };
  const years = paidOnwardYears([
    { ...paid, day: "2027-03-31" },
    { ...paid, day: "2026-08-13", pence: 100 },
    { ...paid, kind: "returned", day: "2027-04-01", pence: 45_000 },
  ]);
  expect(years.map(({ financialYear, pence, isForProject }) => [financialYear, pence, isForProject])).toEqual(
    [
      [2026, 600_100, true],
      [2027, -45_000, true],
    ],
  );
});
