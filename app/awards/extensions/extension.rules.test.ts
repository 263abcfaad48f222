import { expect, it } from "vitest";
import { refusalOfExtension } from "./extension.rules.ts";

it("an extension reaches further than the end before it, which may be a month or a year", () => {
  expect(refusalOfExtension("2027-03-31", "2027-03", null)).toBe(
    "The new end of delivery must be after March 2027",
  );
  expect(refusalOfExtension("2027-04", "2027-03", null)).toBeNull();
});

it("an extension does not end before the award began, where no end was recorded", () => {
  expect(refusalOfExtension("2020-01-01", null, "2026-06-04")).toBe(
    "The new end of delivery must not be before the award began: 4 June 2026",
  );
  expect(refusalOfExtension("2026-06", null, "2026-06-04")).toBeNull();
  expect(refusalOfExtension("2020-01-01", null, null)).toBeNull();
});
