import { expect, it } from "vitest";
import { daysOf, daysToCome } from "./between.schema.ts";

const TODAY = "2026-11-22";
const asked = (from: string | null, to: string | null) => ({ partnership: null, from, to });

it("a day that is still to come is refused next to its field, and today is not", () => {
  expect(daysToCome(asked("2026-11-23", null), TODAY)).toEqual({
    from: "First day must be today or in the past",
  });
  expect(daysToCome(asked(null, "2027-01-01"), TODAY)).toEqual({
    to: "Second day must be today or in the past",
  });
  expect(daysToCome(asked(TODAY, TODAY), TODAY)).toEqual({});
  expect(daysToCome(asked(null, null), TODAY)).toEqual({});
});

it("the earlier day is the first; without days they are today and four weeks before the second", () => {
  expect(daysOf(asked("2026-05-01", "2026-04-01"), TODAY)).toEqual({ from: "2026-04-01", to: "2026-05-01" });
  expect(daysOf(asked(null, null), TODAY)).toEqual({ from: "2026-10-25", to: TODAY });
  expect(daysOf(asked("2024-01-01", null), TODAY)).toEqual({ from: "2024-01-01", to: TODAY });
  expect(daysOf(asked(null, "2024-01-29"), TODAY)).toEqual({ from: "2024-01-01", to: "2024-01-29" });
});
