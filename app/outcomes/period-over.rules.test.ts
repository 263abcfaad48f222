import { expect, test } from "vitest";
import { notYetOver } from "./period-over.rules.ts";

const of = (period: string | null, periodFrom: string | null = null, periodTo: string | null = null) =>
  notYetOver({ period, periodFrom, periodTo }, "2026-11-21");

test("a period that is over, or whose end nothing says, can have been counted", () => {
  expect([
    of("2025/26"),
    of(null, null, "2026-11-21"),
    of("half", "2026-04-01"),
    of("Force average"),
  ]).toEqual([{}, {}, {}, {}]);
});

test("a period that ends after today, by its dates or its words, is named with its end", () => {
  expect(of("half", "2026-10-01", "2027-03-31")).toEqual({
    periodTo: "The period must be over: it ends on 31 March 2027",
  });
  expect(of(null, null, "2026-11")).toHaveProperty("periodTo");
  expect(of("2026/27").period).toContain("it ends on 31 March 2027. Of one that is not");
});

test("a period that has not begun cannot have been counted, whatever its end", () => {
  expect(of("half", "2027-04-01", "2027-09-30")).toHaveProperty("periodFrom");
  expect(of("half", "2026-12")).toHaveProperty("periodFrom");
});

test("of a year that still runs, what was counted up to a day that has gone by can be recorded", () => {
  expect(of("2026/27", "2026-04-01", "2026-09-30")).toEqual({});
});
