import { describe, expect, test } from "vitest";
import { daysOfPeriod, monthsBetween, monthsOfPeriod, monthsOfReading } from "./period.rules.ts";

/** Every period that the outcomes of the five published reports state, with its length in months. */
const PUBLISHED: [string, number | null][] = [
  ["12 months to June 2020", 12],
  ["6 months June-December 2020", 6],
  ["December 2020", 1],
  ["2019/20", 12],
  ["spring/summer 2020", null],
  ["summer 2020", null],
  ["2019 similar period", null],
  ["since June 2020", null],
  ["2020", null],
  ["2021/22", 12],
  ["2022/23", 12],
  ["2011 Q2 (peak)", 3],
  ["2022/23 Q4", 3],
  ["previous year", null],
  ["1 May 2022 - 31 May 2023", 13],
  ["Force average", null],
  ["1 Mar 2022 - 31 May 2023", 15],
  ["November 2023", 1],
  ["2018/19", 12],
];

const OTHERS: [string, number | null][] = [
  ["2018-19", 12],
  ["2018 to 2019", 12],
  ["2018–2019", 12],
  ["financial year 2018/19", 12],
  ["FY 2018/19", 12],
  ["2018/20", null],
  ["year to March 2021", 12],
  ["Year ending 31 December 2020", 12],
  ["quarter to June 2021", 3],
  ["half-year to September", 6],
  ["first half year 2020/21", 6],
  ["half-yearly", null],
  ["Q1 2020/21", 3],
  ["Q1 to Q3 2020/21", 9],
  ["Q3 to Q1 2020/21", null],
  ["six months to March 2021", 6],
  ["6-month pilot", 6],
  ["the first 3 months of 2022", 3],
  ["last 18 months", 18],
  ["1 month", 1],
  ["0 months", null],
  ["601 months", null],
  ["April 2020 – March 2021", 12],
  ["Apr-Jun 2021", 3],
  ["June to December 2020", 7],
  ["October 2022 to March 2023", 6],
  ["from 1st April 2022 to 30th September 2022", 6],
  ["15 March 2022 - 14 June 2022", 3],
  ["15 March 2022 - 20 June 2022", null],
  ["1 May 2022 - 31 June 2023", null],
  ["1 May 2022 - May 2023", null],
  ["June 2021 - May 2020", null],
  ["29 February 2024", null],
  ["at 31 March 2020", null],
  ["before the lockdown", null],
  ["", null],
];

describe("the length of a period, from its words", () => {
  test.each(PUBLISHED)("published: %s is %s months", (period, months) => {
    expect(monthsOfPeriod(period)).toBe(months);
  });

  test.each(OTHERS)("%s is %s months", (period, months) => {
    expect(monthsOfPeriod(period)).toBe(months);
  });
});

describe("the length of a period, from its two dates", () => {
  test.each([
    ["2022-05-01", "2023-05-31", 13],
    ["2022-05", "2023-05", 13],
    ["2024-02-01", "2024-02-29", 1],
    ["2023-01-31", "2023-02-27", null],
    ["2022-04-01", "2022-04-15", null],
    ["2023-04", "2022-04", null],
    ["1900-01", "1999-12", null],
  ])("%s to %s is %s months", (from, to, months) => {
    expect(monthsBetween(from, to)).toBe(months);
  });

  test("in days, both counted, a date known to its month from the first or to the last of it", () => {
    expect(daysOfPeriod({ periodFrom: "2026-01-15", periodTo: "2026-03-01" })).toBe(46);
    expect(daysOfPeriod({ periodFrom: "2024-02", periodTo: "2024-02-29" })).toBe(29);
    expect(daysOfPeriod({ periodFrom: "2026-01-15", periodTo: null })).toBeNull();
  });

  test("a stated number of months counts before the dates, the dates before the words", () => {
    const dates = { periodFrom: "2020-06", periodTo: "2020-12" };
    expect(monthsOfReading({ period: "6 months June-December 2020", ...dates })).toBe(6);
    expect(monthsOfReading({ period: "2020/21", ...dates })).toBe(7);
    expect(monthsOfReading({ period: "2020/21", periodFrom: "2020-06", periodTo: null })).toBe(12);
    expect(monthsOfReading({ period: null, periodFrom: null, periodTo: null })).toBeNull();
  });
});
