import { describe, expect, test } from "vitest";
import { endOfPeriod } from "#app/core/period-end.ts";
import { inOrderOfPeriods, periodText } from "./reading-order.rules.ts";

test.each([
  ["12 months to June 2020", "2020-06-30"],
  ["6 months June-December 2020", "2020-12-31"],
  ["December 2020", "2020-12-31"],
  ["2019/20", "2020-03-31"],
  ["2018 to 2019", "2019-03-31"],
  ["2022/23 Q4", "2023-03-31"],
  ["Q1 to Q3 2020/21", "2020-12-31"],
  ["2011 Q2 (peak)", null],
  ["2020", "2020-12-31"],
  ["1 May 2022 - 31 May 2023", "2023-05-31"],
  ["1 May 2022 – 15 Sept 2023", "2023-09-30"],
  ["since June 2020", null],
  ["previous year", null],
  ["Force average", null],
  ["", null],
])("the period “%s” ends on %s", (period, end) => {
  expect(endOfPeriod(period)).toBe(end);
});

describe("readings stand in the order in which their periods end", () => {
  const reading = (id: number, period: string | null, periodTo: string | null = null) => ({
    id,
    period,
    periodTo,
  });
  const idsOf = (readings: { id: number }[]) =>
    inOrderOfPeriods(readings as ReturnType<typeof reading>[]).map(({ id }) => id);

  test("an earlier period that is recorded later stands first", () => {
    expect(idsOf([reading(1, "2021/22"), reading(2, "2020/21"), reading(3, null, "2022-12")])).toEqual([
      2, 1, 3,
    ]);
  });

  test("of two that end on one day, the one recorded later stands last", () => {
    expect(idsOf([reading(2, "2021/22"), reading(1, "year to March 2022")])).toEqual([1, 2]);
  });

  test("where one period’s end is not known, they stand as they were recorded", () => {
    expect(idsOf([reading(3, "since June 2020"), reading(2, "2020/21"), reading(1, "2021/22")])).toEqual([
      1, 2, 3,
    ]);
  });
});

test.each([
  ["2019/20", "2019-04", "2020-03", "2019/20"],
  ["half", "2026-04-01", "2026-09-30", "half (1 April 2026 to 30 September 2026)"],
  ["half", null, null, "half"],
  [null, "2022-05-01", "2023-05-31", "1 May 2022 to 31 May 2023"],
  [null, "2020-12", "2020-12", "December 2020"],
  [null, null, "2020-12", "to December 2020"],
  [null, "2020-12", null, "from December 2020"],
  [null, null, null, null],
])("the period %s, %s, %s reads %s", (period, periodFrom, periodTo, expected) => {
  expect(periodText({ period, periodFrom, periodTo })).toBe(expected);
});
