import { expect, test } from "vitest";
import { besideDate, publishedDate, publishedPence, publishedYear, sentences } from "./published.ts";

test("dates keep the precision with which they were published", () => {
  expect(publishedDate("2019/20")).toBe("FY2019");
  expect(publishedDate("2020-09")).toBe("2020-09");
  expect(publishedDate("2022")).toBe("2022");
  expect(publishedDate("2021-01 (late)")).toBe("2021-01");
  expect(publishedDate("2021-03-31; some areas extended to 2021-06 (Covid-19)")).toBe("2021-03-31");
  expect(publishedDate(null)).toBeNull();
  expect(() => publishedDate("October")).toThrow("Not a date");
});

test("a financial year is only what is stated as one", () => {
  expect(publishedYear("19/20")).toBe(2019);
  expect(publishedYear("2020-21")).toBe(2020);
  expect(publishedYear("2023/24")).toBe(2023);
  expect(publishedYear("2019")).toBeNull();
  expect(publishedYear("2020-09")).toBeNull();
  expect(publishedYear("Round 5")).toBeNull();
  expect(publishedYear(null)).toBeNull();
});

test("what stands beside a date is kept as a remark", () => {
  expect(besideDate("2021-01 (late)")).toBe("late");
  expect(besideDate("2021-03-31; some areas extended")).toBe("some areas extended");
  expect(besideDate("2023-08-31")).toBeNull();
  expect(besideDate(null)).toBeNull();
});

test("pounds become pence without passing through fractions of a penny", () => {
  expect(publishedPence(36073)).toBe(3607300);
  expect(publishedPence(993456.65)).toBe(99345665);
  expect(publishedPence(0.29)).toBe(29);
  expect(publishedPence(null)).toBeNull();
  expect(() => publishedPence(0.001)).toThrow(RangeError);
});

test("remarks become sentences, and nothing becomes null", () => {
  expect(sentences("late January", null, "Either way the project will continue.")).toBe(
    "Late January. Either way the project will continue.",
  );
  expect(sentences(null, undefined, false)).toBeNull();
});
