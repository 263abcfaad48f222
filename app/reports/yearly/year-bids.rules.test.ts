import { describe, expect, test } from "vitest";
import type { BidStatus } from "#app/bids/index.ts";
import { becameIn, isThereBy, isUndated, yearOf } from "./year-bids.rules.ts";

const NOTHING = { closesAt: null, submittedOn: null, decidedOn: null, since: null };

function bid(status: BidStatus, dates: Partial<typeof NOTHING | Record<keyof typeof NOTHING, string>> = {}) {
  return { ...NOTHING, ...dates, status };
}

function became(one: ReturnType<typeof bid>, year = 2025, asAt = "2026-11-21") {
  return becameIn(one, year, asAt, "2026-11-21");
}

describe("what became of a bid in a year", () => {
  test("a decision counts in the financial year of its day, or of its month", () => {
    expect(became(bid("awarded", { decidedOn: "2026-03-31" }))).toBe("won");
    expect(became(bid("awarded", { decidedOn: "2026-04-01" }))).toBeNull();
    expect(became(bid("part_awarded", { decidedOn: "2025-10" }))).toBe("won in part");
    expect(became(bid("unsuccessful", { decidedOn: "FY2025" }))).toBe("lost");
  });

  test("a decision of a calendar year alone may be of two financial years, and is of neither", () => {
    expect(yearOf("2025")).toBeNull();
    expect(became(bid("awarded", { decidedOn: "2025" }))).toBeNull();
    expect(isUndated(bid("awarded", { decidedOn: "2025" }))).toBe(true);
    expect(isUndated(bid("draft"))).toBe(false);
  });

  test("what came after the day of the report is not in it", () => {
    expect(became(bid("awarded", { decidedOn: "2026-02-01" }), 2025, "2025-12-31")).toBeNull();
  });

  test("a bid that was given up before it was sent was not made; after it was sent it was withdrawn", () => {
    expect(became(bid("withdrawn", { since: "2025-06-01" }))).toBe("not made");
    expect(became(bid("withdrawn", { since: "2025-06-01", submittedOn: "2025-05-01" }))).toBe("withdrawn");
  });

  test("a draft whose round has closed was not made; one whose round is open may still be", () => {
    expect(became(bid("draft", { closesAt: "2025-08-31T17:00" }))).toBe("not made");
    expect(became(bid("draft", { closesAt: "2026-11-21T17:00" }), 2026)).toBeNull();
    expect(became(bid("awaiting_sign_off"))).toBeNull();
  });

  test("a bid that was sent in the year and decided or withdrawn after it is named in both years", () => {
    const won = bid("awarded", { submittedOn: "2026-02-22", decidedOn: "2026-06-10" });
    expect([became(won), became(won, 2026), became(won, 2024)]).toEqual(["decided later", "won", null]);
    expect(became(won, 2025, "2026-03-31")).toBe("undecided");
    expect(became(bid("withdrawn", { submittedOn: "2026-02", since: "2026-05-01" }))).toBe("decided later");
    expect(became(bid("awarded", { submittedOn: "2026-02-22" }))).toBeNull();
  });

  test("a bid that was sent in the year and has no decision is not decided yet", () => {
    expect(became(bid("reserve", { submittedOn: "2025-08-31" }))).toBe("undecided");
    expect(became(bid("submitted", { submittedOn: "2024-08-31" }))).toBeNull();
  });
});

test("a bid is there by a day once it is recorded or was sent, and until it is withdrawn", () => {
  const made = { status: "draft" as BidStatus, recordedOn: "2025-06-01", submittedOn: null, since: null };
  expect(isThereBy(made, "2025-05-31")).toBe(false);
  expect(isThereBy(made, "2025-06-01")).toBe(true);
  expect(isThereBy({ ...made, submittedOn: "2025-05-20" }, "2025-05-31")).toBe(true);
  const withdrawn = { ...made, status: "withdrawn" as BidStatus, since: "2025-07-01" };
  expect(isThereBy(withdrawn, "2025-06-30")).toBe(true);
  expect(isThereBy(withdrawn, "2025-07-01")).toBe(false);
});
