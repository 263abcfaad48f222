import { describe, expect, it } from "vitest";
import { refusalOfSentOn } from "./sent-on.rules.ts";

const nothing = { opensOn: null, closesAt: null, begunOn: "2026-11-21" };

describe("the day on which a bid was sent", () => {
  it("is not before its round opened, as far as that day is known", () => {
    const opened = { ...nothing, opensOn: "2026-10-17" };
    expect(refusalOfSentOn("2026-10-16", opened)).toBe(
      "The date must not be before the round opened, 17 October 2026",
    );
    expect(refusalOfSentOn("2026-10", opened)).toBeNull();
    expect(refusalOfSentOn("2026-10-01", { ...opened, opensOn: "2026-10" })).toBeNull();
    expect(refusalOfSentOn("2020-01-01", { ...opened, opensOn: "2026-10" })).toContain("October 2026");
  });

  it("is not years before the bid was begun, where nobody knows when the round opened", () => {
    expect(refusalOfSentOn("2020-01-01", nothing)).toContain(
      "before this bid was begun here, 21 November 2026",
    );
    expect(refusalOfSentOn("2025-11", nothing)).toBeNull();
    expect(refusalOfSentOn("2025-11-20", nothing)).toContain("check the date");
  });

  it("is about when the round closed, where that was long before the bid was begun", () => {
    const closed = { ...nothing, closesAt: "2023-05-12T17:00" };
    expect(refusalOfSentOn("2023-05-01", closed)).toBeNull();
    expect(refusalOfSentOn("2021-05-01", closed)).toContain("before the round closed, 12 May 2023");
    expect(refusalOfSentOn("2020-01-01", { ...nothing, closesAt: "2027-01-31" })).toContain("begun here");
  });
});
