import { describe, expect, test } from "vitest";
import { dueAfter, dueWords, periodsOf, refusalOfSending, returnStanding } from "./return.rules.ts";

const ends = (rhythm: "quarterly" | "half_yearly" | "once", from: string, to: string) =>
  periodsOf(rhythm, from, to).map(({ periodFrom, periodTo }) => `${periodFrom} ${periodTo}`);

describe("the returns of an award", () => {
  test("are cut where halves or quarters of financial years end, the first and last as short as they are", () => {
    expect(ends("half_yearly", "2023-10-15", "2025-03-31")).toEqual([
      "2023-10-15 2024-03-31",
      "2024-04-01 2024-09-30",
      "2024-10-01 2025-03-31",
    ]);
    expect(ends("quarterly", "2023-11-01", "2024-05-15")).toEqual([
      "2023-11-01 2023-12-31",
      "2024-01-01 2024-03-31",
      "2024-04-01 2024-05-15",
    ]);
    expect(ends("once", "2023-10-01", "2025-03-31")).toEqual(["2023-10-01 2025-03-31"]);
  });
  test("are due so many days after their end, or at the end of the month after it", () => {
    expect(dueAfter("2024-09-30", null)).toBe("2024-10-31");
    expect(dueAfter("2025-03-31", null)).toBe("2025-04-30");
    expect(dueAfter("2024-12-31", null)).toBe("2025-01-31");
    expect(dueAfter("2025-03-31", 28)).toBe("2025-04-28");
  });
  test("are named by their period, with its year where they are due in another", () => {
    const named = (periodFrom: string, periodTo: string, dueOn: string) =>
      dueWords("return", { periodFrom, periodTo, dueOn });
    expect(named("2024-04-01", "2024-09-30", "2024-10-31")).toBe("return for the half-year to 30 September");
    expect(named("2024-10-01", "2024-12-31", "2025-01-31")).toBe(
      "return for the quarter to 31 December 2024",
    );
    expect(named("2023-10-15", "2024-03-31", "2024-04-30")).toBe("return for the period to 31 March");
  });
  test("are due, overdue, submitted in time or late, or not asked for any more", () => {
    const one = { dueOn: "2024-10-31", submittedOn: null, waivedBecause: null };
    expect(returnStanding(one, "2024-10-31")).toBe("Due 31 October 2024");
    expect(returnStanding(one, "2024-11-01")).toBe("Overdue: was due 31 October 2024");
    expect(returnStanding({ ...one, submittedOn: "2024-10-31" }, "2025-01-01")).toBe(
      "Submitted 31 October 2024",
    );
    expect(returnStanding({ ...one, submittedOn: "2024-11-02" }, "2025-01-01")).toContain("after it was due");
    expect(returnStanding({ ...one, waivedBecause: "Merged" }, "2025-01-01")).toBe("Not asked for any more");
  });
  test("are not sent before their period is over: on its last day at the earliest", () => {
    const quarter = { periodFrom: "2026-01-01", periodTo: "2026-03-31" };
    expect(refusalOfSending(quarter, "2026-03-01")).toBe(
      "Its period ends on 31 March 2026: it is sent after that",
    );
    expect(refusalOfSending(quarter, "2026-03-31")).toBeNull();
  });
});
