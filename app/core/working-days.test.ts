import { describe, expect, it } from "vitest";
import { BANK_HOLIDAYS } from "./bank-holidays.ts";
import { ukDayOf } from "./calendar-date.ts";
import {
  bankHolidaysRunOut,
  describeDaysLeft,
  describeDeadline,
  isWorkingDay,
  workingDaysTo,
} from "./working-days.ts";

describe("the bank holidays of England and Wales", () => {
  it("fall on Monday to Friday, eight a year", () => {
    const years = new Map<string, number>();
    for (const day of BANK_HOLIDAYS) {
      expect([1, 2, 3, 4, 5], day).toContain(new Date(`${day}T12:00:00Z`).getUTCDay());
      years.set(day.slice(0, 4), (years.get(day.slice(0, 4)) ?? 0) + 1);
    }
    expect(new Set(years.values())).toEqual(new Set([8]));
  });

  it("are known for half a year more: when this fails, add the next year from GOV.UK", () => {
    expect(bankHolidaysRunOut(ukDayOf(new Date().toISOString()))).toBe(false);
  });

  it("are said to run out half a year before they do", () => {
    expect(bankHolidaysRunOut("2027-07-04")).toBe(false);
    expect(bankHolidaysRunOut("2027-07-05")).toBe(true);
    expect(bankHolidaysRunOut("2029-01-01")).toBe(true);
  });
});

describe("working days", () => {
  it("leave out weekends, bank holidays and their substitutes", () => {
    expect(isWorkingDay("2026-11-20")).toBe(true);
    expect(isWorkingDay("2026-11-21")).toBe(false);
    expect(isWorkingDay("2026-11-22")).toBe(false);
    expect(isWorkingDay("2026-12-25")).toBe(false);
    expect(isWorkingDay("2026-12-28")).toBe(false);
  });

  it("are counted after the first day and with the last", () => {
    expect(workingDaysTo("2026-11-20", "2026-11-20")).toBe(0);
    expect(workingDaysTo("2026-11-20", "2026-11-22")).toBe(0);
    expect(workingDaysTo("2026-11-20", "2026-11-23")).toBe(1);
    expect(workingDaysTo("2026-12-24", "2026-12-29")).toBe(1);
    expect(workingDaysTo("2026-12-24", "2027-01-04")).toBe(4);
  });

  it("are not counted where bank holidays are not known", () => {
    expect(workingDaysTo("2027-12-01", "2028-01-04")).toBeNull();
    expect(workingDaysTo("2023-12-01", "2024-01-04")).toBeNull();
  });
});

describe("how long there is left", () => {
  it.each([
    ["2026-11-21", "today"],
    ["2026-11-22", "tomorrow"],
    ["2026-11-23", "in 1 working day"],
    ["2026-11-25", "in 3 working days"],
    ["2028-01-05", "in 410 days"],
    ["2026-11-20", "overdue by 1 day"],
    ["2026-11-18", "overdue by 2 working days"],
    ["2023-11-21", "overdue by 1096 days"],
  ])("to %s is said as %s", (day, said) => {
    expect(describeDaysLeft("2026-11-21", day)).toBe(said);
  });

  it("is said in days over a weekend without a working day", () => {
    expect(describeDaysLeft("2026-11-20", "2026-11-22")).toBe("in 2 days");
  });
});

describe("deadlines", () => {
  it("are said with their time in the UK and the working days left", () => {
    expect(describeDeadline("2026-11-25T17:00", "2026-11-21")).toBe(
      "25 November 2026 at 5pm (in 3 working days)",
    );
    expect(describeDeadline("2026-11-21", "2026-11-21")).toBe("21 November 2026 (today)");
    expect(describeDeadline("2026-11-19T17:00", "2026-11-21")).toBe(
      "19 November 2026 at 5pm (overdue by 1 working day)",
    );
    expect(describeDeadline("2026-11-21T12:00", "2026-11-21T12:00")).toBe(
      "21 November 2026 at midday (earlier today)",
    );
    expect(describeDeadline("2026-11-21T12:00", "2026-11-21T11:59")).toBe(
      "21 November 2026 at midday (today)",
    );
    expect(describeDeadline("2026-12", "2026-11-21")).toBe("December 2026");
  });
});
