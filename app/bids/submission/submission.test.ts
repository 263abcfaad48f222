import { describe, expect, test } from "vitest";
import { hasClosedBy, lateness, parseTime, refusalOfTime, sentBeforeSignedOff } from "./submission.ts";

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

test("a round has closed at the minute of its time, or after its day or month", () => {
  const at = (closes: string) => hasClosedBy(closes, "2026-11-21T17:00");
  for (const closed of ["2026-11-21T17:00", "2026-11-20", "2026-10", "2026-11-21T09:00"]) {
    expect(at(closed), closed).toBe(true);
  }
  for (const open of ["2026-11-21T17:01", "2026-11-21", "2026-11", "2027-01-01T09:00"]) {
    expect(at(open), open).toBe(false);
  }
});

test("a submission is said to be before its sign-off only where it was before that day in the UK", () => {
  const signed = "2024-08-05T23:30:00.000Z";
  expect(sentBeforeSignedOff("2024-08-03", signed)).toBe(
    "Submitted 3 August 2024, before it was signed off on 6 August 2024",
  );
  expect(sentBeforeSignedOff("2024-07", signed)).toContain("Submitted July 2024, before");
  expect(sentBeforeSignedOff("2024-08-06", signed)).toBeNull();
  expect(sentBeforeSignedOff("2024-08", signed)).toBeNull();
  expect(sentBeforeSignedOff("2024-08-03", null)).toBeNull();
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

test("a time that has not come yet is none at which a bid was sent", () => {
  const now = "2026-08-31T16:59";
  expect(refusalOfTime("2026-08-31", "17:00", now)).toBe(
    "The time it was submitted must not be later than now",
  );
  expect(refusalOfTime("2026-08-31", "16:59", now)).toBeNull();
  expect(refusalOfTime("2026-08-30", "23:59", now)).toBeNull();
  expect(refusalOfTime("2026-08", "23:59", now)).toBeNull();
  expect(refusalOfTime("2026-08-31", null, now)).toBeNull();
});
