import { describe, expect, test } from "vitest";
import { lateness, parseTime } from "./submission.ts";

const sent = (submittedOn: string, submittedTime: string | null = null) => ({ submittedOn, submittedTime });

describe("a bid that was sent after its round had closed", () => {
  const CLOSED = "2026-08-31T17:00";

  test("says by how much", () => {
    expect(lateness(sent("2026-08-31", "17:01"), CLOSED)).toBe("Submitted 1 minute after the round closed");
    expect(lateness(sent("2026-08-31", "19:10"), CLOSED)).toBe("Submitted 2 hours after the round closed");
    expect(lateness(sent("2026-09-01", "09:00"), CLOSED)).toBe("Submitted 16 hours after the round closed");
    expect(lateness(sent("2026-09-03", "18:00"), CLOSED)).toBe("Submitted 3 days after the round closed");
    expect(lateness(sent("2026-09-01"), CLOSED)).toBe("Submitted 1 day after the round closed");
    expect(lateness(sent("2026-09-02", "10:00"), "2026-08-31")).toBe(
      "Submitted 2 days after the round closed",
    );
  });

  test("is not said to be late where it was in time, or where nobody can tell", () => {
    expect(lateness(sent("2026-08-31", "17:00"), CLOSED)).toBeNull();
    expect(lateness(sent("2026-08-31"), CLOSED)).toBeNull();
    expect(lateness(sent("2026-08-31", "23:59"), "2026-08-31")).toBeNull();
    expect(lateness(sent("2026-08-30", "23:59"), "2026-08")).toBeNull();
    expect(lateness(sent("2026-08"), CLOSED)).toBeNull();
    expect(lateness(sent("2026-09-01"), null)).toBeNull();
  });
});

test("a time is read as people write it", () => {
  expect(["17:00", "5pm", "5.30 PM", "12am", "12 pm", "midday", "09:05"].map(parseTime)).toEqual([
    "17:00",
    "17:00",
    "17:30",
    "00:00",
    "12:00",
    "12:00",
    "09:05",
  ]);
  expect(["17", "25:00", "13pm", "5:60", "soon", ""].map(parseTime)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
});
