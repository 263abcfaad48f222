import { describe, expect, test } from "vitest";
import { costSums, costsAgainstRequest, nextYear, offeredYears, typedSums } from "./costs.rules.ts";

const year = (financialYear: number, revenuePence: number | null, capitalPence: number | null) => ({
  financialYear,
  revenuePence,
  capitalPence,
});

describe("the costs of a bid", () => {
  test("add up by year, by stream and in all, to the penny", () => {
    const sums = costSums([year(2022, 400_000_01, 100_000_00), year(2023, 250_000_00, null)]);
    expect(sums).toEqual({
      rows: [500_000_01, 250_000_00],
      revenuePence: 650_000_01,
      capitalPence: 100_000_00,
      totalPence: 750_000_01,
      unreadable: 0,
    });
  });

  test("add up while they are typed, and what cannot be read is counted", () => {
    const sums = typedSums({
      costs: [
        { financialYear: "2026", revenuePence: "£1,000", capitalPence: "" },
        { financialYear: "2027", revenuePence: "some", capitalPence: "0.50" },
      ],
    });
    expect(sums).toMatchObject({ rows: [1_000_00, 50], totalPence: 1_000_50, unreadable: 1 });
    expect(typedSums({}).totalPence).toBe(0);
  });

  test("are held against the amount requested", () => {
    expect(costsAgainstRequest(0, 5)).toBeNull();
    expect(costsAgainstRequest(600_000_00, 600_000_00)).toBe(
      "The costs add up to the amount requested, £600,000.",
    );
    expect(costsAgainstRequest(600_000_00, 550_000_00)).toBe(
      "The costs add up to £600,000, £50,000 more than the amount requested, £550,000.",
    );
    expect(costsAgainstRequest(549_999_99, 550_000_00)).toBe(
      "The costs add up to £549,999.99, £0.01 less than the amount requested, £550,000.",
    );
    expect(costsAgainstRequest(1_00, null)).toBe(
      "The costs add up to £1. The amount requested is not yet known.",
    );
  });
});

test("a further row is the year after the last, the first one today's", () => {
  expect(nextYear([], "2026-11-21")).toBe(2026);
  expect(nextYear([year(2027, 1, null), year(2026, 1, null)], "2026-11-21")).toBe(2028);
});

test("years around today are offered, and every year that stands in the grid", () => {
  const years = offeredYears([year(1999, 1, null)], "2026-03-31");
  expect(years.slice(0, 3)).toEqual([1999, 2019, 2020]);
  expect(years.at(-1)).toBe(2035);
});
