import { expect, it } from "vitest";
import { countsByMonth, monthsAhead, rangeOf, yearFinding } from "./year-ahead.rules.ts";

it("the year ahead begins with this month and has twelve", () => {
  const months = monthsAhead("2026-11-21");
  expect([months[0], months[1], months[2], months.at(-1), months.length]).toEqual([
    "2026-11",
    "2026-12",
    "2027-01",
    "2027-10",
    12,
  ]);
});

it("a date known to its year falls in the month in which that ends", () => {
  expect(rangeOf("2026-11", "2027-10")).toEqual({
    from: "2026-11",
    before: "2027-11",
    years: ["2026", "FY2026"],
  });
  expect(rangeOf("2027-01", "2027-02").years).toEqual([]);
  const counted = [
    { kind: "decides", on: "2026", count: 2 },
    { kind: "decides", on: "2026-12", count: 1 },
    { kind: "ends", on: "FY2026", count: 4 },
    { kind: "due", on: "2027-03-31", count: 3 },
  ] as const;
  const months = countsByMonth(["2026-12", "2027-03"], counted);
  expect(months).toEqual([
    { month: "2026-12", closes: 0, decides: 3, due: 0, ends: 0 },
    { month: "2027-03", closes: 0, decides: 0, due: 3, ends: 4 },
  ]);
  expect(yearFinding(months)).toBe("Most falls in March 2027: 7 things fall in it");
  expect(yearFinding(countsByMonth(["2027-01"], counted))).toContain("Nothing");
});

it("names every month in which most falls", () => {
  const on = (date: string, count: number) => ({ kind: "due" as const, on: date, count });
  const months = ["2027-01", "2027-02", "2027-03"];
  expect(
    yearFinding(countsByMonth(months, [on("2027-01-04", 6), on("2027-02", 5), on("2027-03-31", 6)])),
  ).toBe("Most falls in January 2027 and March 2027: 6 things fall in each");
  expect(
    yearFinding(
      countsByMonth(
        months,
        months.map((month) => on(month, 1)),
      ),
    ),
  ).toBe("Most falls in January 2027, February 2027 and March 2027: 1 thing falls in each");
});
