import { expect, it } from "vitest";
import type { Share } from "../repayment-due/repayment-due.rules.ts";
import { warnOfSpent } from "./warn-of-spent.rules.ts";

const share = (financialYear: number | null, amountPence: number): Share => ({
  financialYear,
  stream: null,
  amountPence,
});
const BEFORE = [share(2025, 4_000), share(2025, 2_000), share(2026, 4_000)];
const SPENT = [{ financialYear: 2025, pence: 6_000 }];

it("money that is moved away from a year that is spent is named: spent, moved and left", () => {
  const after = [share(2025, 4_450), share(2026, 5_550)];
  expect(warnOfSpent(BEFORE, after, SPENT)).toEqual([
    {
      text: "£60 of 2025 to 2026 is already spent: this version takes £15.50 away from the year and leaves £44.50, £15.50 less than was spent.",
    },
  ]);
});

it("a year that keeps what was spent of it, or from which nothing goes, needs no warning", () => {
  const after = [share(2025, 4_450), share(2026, 5_550)];
  expect(warnOfSpent(BEFORE, after, [{ financialYear: 2025, pence: 4_450 }])).toEqual([]);
  expect(warnOfSpent(BEFORE, BEFORE, [{ financialYear: 2025, pence: 9_000 }])).toEqual([]);
  expect(warnOfSpent(BEFORE, [share(2025, 7_000), share(2026, 3_000)], SPENT)).toEqual([]);
  expect(warnOfSpent(BEFORE, after, [])).toEqual([]);
});
