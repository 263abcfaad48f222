import { describe, expect, test } from "vitest";
import { standingOf } from "./condition.rules.ts";

function standing(dueOn: string | null, metOn: string | null, today: string, waivedBecause?: string): string {
  return standingOf({ dueOn, metOn, waivedBecause: waivedBecause ?? null }, today);
}

describe("where a condition stands", () => {
  test("late only when the whole of a month has gone by", () => {
    expect(standing("2024-10", null, "2024-10-31")).toBe("Due October 2024");
    expect(standing("2024-10", null, "2024-11-01")).toBe("Late: was due October 2024");
  });
  test("met in time, met late, or with no date to meet it by", () => {
    expect(standing("2024-10-31", "2024-10-31", "2025-01-01")).toBe("Met 31 October 2024");
    expect(standing("2024-10-31", "2024-11-01", "2025-01-01")).toBe(
      "Met 1 November 2024, after it was due on 31 October 2024",
    );
    expect(standing(null, null, "2025-01-01")).toBe("Not met yet, no due date");
  });
  test("one that the funder waived is late no more", () => {
    expect(standing("2024-10-31", null, "2025-01-01", "The scheme was dropped")).toBe("Waived");
  });
});
