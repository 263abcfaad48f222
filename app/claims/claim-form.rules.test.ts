import { expect, test } from "vitest";
import { yearsToClaim } from "./claim-form.rules.ts";
import type { Awarded } from "./claim-limits.rules.ts";

const TODAY = "2026-11-22";
const awarded = (...years: (number | null)[]): Awarded => ({
  amountPence: 10_000,
  basis: "exact",
  lines: years.map((financialYear) => ({ financialYear, stream: null, projectId: null, amountPence: 1 })),
});

test("a claim may name the years of the award, and this one with its neighbours", () => {
  expect(yearsToClaim(awarded(), [], TODAY)).toEqual([2025, 2026, 2027]);
  expect(yearsToClaim(awarded(2023, null), [], TODAY)).toEqual([2023, 2024, 2025, 2026, 2027]);
});

test("an award that is not apportioned to years may be claimed of from the one in which it began", () => {
  expect(yearsToClaim(awarded(null), ["2024-03-31", null, "2029-03-31"], TODAY)).toEqual([
    2023, 2024, 2025, 2026, 2027, 2028,
  ]);
});
