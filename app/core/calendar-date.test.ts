import { describe, expect, test } from "vitest";
import {
  addDays,
  daysBetween,
  endOfUkDay,
  firstDayOf,
  formatDate,
  formatInstant,
  formatLocalTime,
  isIsoDay,
  lastDayOf,
  parseDateParts,
  precisionOf,
  ukDayOf,
} from "./calendar-date.ts";

describe("dates known to different precisions", () => {
  test.each([
    ["2023-10-25", "day", "2023-10-25", "2023-10-25", "25 October 2023"],
    ["2023-10", "month", "2023-10-01", "2023-10-31", "October 2023"],
    ["2024-02", "month", "2024-02-01", "2024-02-29", "February 2024"],
    ["2019", "year", "2019-01-01", "2019-12-31", "2019"],
    ["FY2023", "financial-year", "2023-04-01", "2024-03-31", "2023 to 2024"],
  ])("%s", (date, precision, first, last, words) => {
    expect(precisionOf(date)).toBe(precision);
    expect(firstDayOf(date)).toBe(first);
    expect(lastDayOf(date)).toBe(last);
    expect(formatDate(date)).toBe(words);
  });

  test("what is not a date has no precision", () => {
    for (const text of ["2023-13", "2023-02-30", "31/02", "", "FY23", "2023-1-1"])
      expect(precisionOf(text)).toBeNull();
    expect(isIsoDay("1899-12-31")).toBe(false);
  });
});

describe("the three inputs of a date", () => {
  const parse = (day: string, month: string, year: string, dayRequired = true) =>
    parseDateParts({ day, month, year }, { dayRequired });

  test("are read with numbers or names of months", () => {
    expect(parse("6", "8", "2024")).toEqual({ ok: true, date: "2024-08-06" });
    expect(parse(" 06 ", "Aug", "2024")).toEqual({ ok: true, date: "2024-08-06" });
    expect(parse("", "october", "2023", false)).toEqual({ ok: true, date: "2023-10" });
    expect(parse("", "", "")).toEqual({ ok: true, date: null });
  });

  test("say what is wrong", () => {
    expect(parse("31", "2", "2024")).toEqual({ ok: false, message: "must be a real date" });
    expect(parse("", "2", "2024")).toEqual({ ok: false, message: "must include a day" });
    expect(parse("1", "", "2024")).toMatchObject({ message: "must include a month, like 8 or August" });
    expect(parse("1", "ju", "2024")).toMatchObject({ message: "must include a month, like 8 or August" });
    expect(parse("1", "2", "24")).toMatchObject({ message: "must include a year of 4 digits, like 2024" });
  });
});

describe("days and the clock in the UK", () => {
  test("a day ends at midnight UK time, summer time and the days of change included", () => {
    expect(endOfUkDay("2024-01-15")).toBe("2024-01-16T00:00:00.000Z");
    expect(endOfUkDay("2024-07-15")).toBe("2024-07-15T23:00:00.000Z");
    expect(endOfUkDay("2024-03-30")).toBe("2024-03-31T00:00:00.000Z");
    expect(endOfUkDay("2024-03-31")).toBe("2024-03-31T23:00:00.000Z");
    expect(endOfUkDay("2024-10-26")).toBe("2024-10-26T23:00:00.000Z");
    expect(endOfUkDay("2024-10-27")).toBe("2024-10-28T00:00:00.000Z");
  });

  test("the UK's day at an instant", () => {
    expect(ukDayOf("2024-07-15T23:30:00.000Z")).toBe("2024-07-16");
    expect(ukDayOf("2024-01-15T23:30:00.000Z")).toBe("2024-01-15");
  });

  test("are written as people say them", () => {
    expect(formatInstant("2026-06-04T08:32:00.000Z")).toBe("4 June 2026 at 9:32am");
    expect(formatLocalTime("2023-08-31T17:00")).toBe("31 August 2023 at 5pm");
    expect(formatLocalTime("2023-08-31T00:00")).toBe("31 August 2023 at midnight");
    expect(formatLocalTime("2023-08-31T12:00")).toBe("31 August 2023 at midday");
    expect(formatLocalTime("2023-08-31T12:15")).toBe("31 August 2023 at 12:15pm");
    expect(formatLocalTime("2022-05")).toBe("May 2022");
  });

  test("can be counted", () => {
    expect(addDays("2024-02-28", 2)).toBe("2024-03-01");
    expect(addDays("2024-04-01", -1)).toBe("2024-03-31");
    expect(daysBetween("2024-03-30", "2024-04-02")).toBe(3);
  });
});
