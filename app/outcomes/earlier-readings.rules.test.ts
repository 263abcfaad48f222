import { expect, it } from "vitest";
import { earlierWords, type KeptReading } from "./earlier-readings.rules.ts";

const STOOD: KeptReading = {
  kind: "reading",
  period: "2025/26",
  period_from: null,
  period_to: null,
  value: 1371,
  is_derived: 0,
  note: null,
};
const on = "2026-11-22";

it("says what stood, who changed it, when and why", () => {
  const after = { ...STOOD, value: 360, note: "Counted again" };
  expect(earlierWords({ before: STOOD, after, on, by: "Morgan Manager" })).toBe(
    "Until 22 November 2026: 1,371, without a note. Changed by Morgan Manager: Counted again",
  );
});

it("says the period and the note that stood where they changed, and no reason that was not given with the change", () => {
  const before = { ...STOOD, note: "Late" };
  const moved = { ...before, period: "2024/25" };
  expect(earlierWords({ before, after: moved, on, by: null })).toBe(
    "Until 22 November 2026: of 2025/26. Changed",
  );
  const after = { ...before, value: null, kind: "baseline", is_derived: 1, note: "It was the baseline" };
  expect(earlierWords({ before, after, on, by: "Olu Officer" })).toBe(
    "Until 22 November 2026: 1,371, as a reading, as it was counted, with the note “Late”. Changed by Olu Officer: It was the baseline",
  );
  const unknown = { ...before, value: null, period: null };
  expect(earlierWords({ before: unknown, after: before, on, by: null })).toBe(
    "Until 22 November 2026: not recorded, of a period that was not recorded. Changed",
  );
});
