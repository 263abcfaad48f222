import { describe, expect, it } from "vitest";
import { claimDueName } from "#app/awards/index.ts";
import { dueStanding, duesOf, priceWords, stillToPlan } from "./schedule.rules.ts";
import { claimScheduleSchema } from "./schedule.schema.ts";

const YEAR = { periodFrom: "2026-04-01", periodTo: "2027-03-31", dueDays: null };

describe("a schedule of claims", () => {
  it.each([
    ["quarterly", "arrears", ["2026-07-31", "2026-10-31", "2027-01-31", "2027-04-30"]],
    ["half_yearly", "results", ["2026-10-31", "2027-04-30"]],
    ["half_yearly", "advance", ["2026-04-01", "2026-10-01"]],
    ["once", "arrears", ["2027-04-30"]],
  ] as const)("%s, paid in %s, asks for claims by %s", (rhythm, payment, days) => {
    expect(duesOf({ ...YEAR, rhythm, payment }).map(({ dueOn }) => dueOn)).toEqual(days);
  });

  it("counts the days that the funder gives, in advance before the period", () => {
    const days = (payment: "advance" | "arrears") =>
      duesOf({ ...YEAR, rhythm: "once", payment, dueDays: 14 }).map(({ dueOn }) => dueOn);
    expect([days("arrears"), days("advance")]).toEqual([["2027-04-14"], ["2026-03-18"]]);
  });

  it("leaves out periods for which a claim was submitted", () => {
    const planned = duesOf({ ...YEAR, rhythm: "quarterly", payment: "arrears" });
    const open = stillToPlan(planned, planned.slice(0, 1));
    expect(open.map(({ periodFrom }) => periodFrom)).toEqual(["2026-07-01", "2026-10-01", "2027-01-01"]);
  });

  it("says what is due, and where that stands", () => {
    const [due] = duesOf({ ...YEAR, rhythm: "quarterly", payment: "arrears" });
    if (!due) throw new Error("Nothing is due");
    expect(claimDueName(due)).toBe("Claim for the quarter to 30 June 2026");
    expect(dueStanding({ ...due, claim: null }, "2026-07-31")).toBe("Due 31 July 2026");
    expect(dueStanding({ ...due, claim: null }, "2026-08-01")).toBe("Overdue: was due 31 July 2026");
    expect(dueStanding({ ...due, claim: { id: 7, number: 2 } }, "2026-08-01")).toBe("Claim 2 submitted");
    expect(priceWords(80_000, "family")).toBe("£800 for each family");
  });

  it("has a price only where the funder pays by results", () => {
    const typed = (payment: string) =>
      claimScheduleSchema.safeParse({
        version: "0",
        rhythm: "once",
        payment,
        unit: "family",
        unitPence: "800",
        periodFrom: { day: "1", month: "4", year: "2026" },
        periodTo: { day: "31", month: "3", year: "2027" },
      });
    expect(typed("results").success).toBe(true);
    expect(typed("arrears").error?.issues.map(({ path }) => path)).toEqual([["unit"], ["unitPence"]]);
  });
});
