import { expect, it } from "vitest";
import { askBy, askWords, isNearYearEnd, yearEnd, yearEndFigures } from "./year-end.rules.ts";

it("money ends on 31 March, that day included", () => {
  expect(yearEnd("2026-11-21")).toEqual({ year: 2026, endsOn: "2027-03-31", daysLeft: 130 });
  expect(yearEnd("2027-03-31")).toEqual({ year: 2026, endsOn: "2027-03-31", daysLeft: 0 });
  expect(yearEnd("2027-04-01")).toMatchObject({ year: 2027, endsOn: "2028-03-31" });
});

it("the end is near from 1 October to 31 March", () => {
  const days = ["2026-09-30", "2026-10-01", "2026-12-31", "2027-01-01", "2027-03-31", "2027-04-01"];
  expect(days.map(isNearYearEnd)).toEqual([false, true, true, true, true, false]);
});

it("what was not submitted may be lost, drafts and signed claims too; what was withdrawn counts nowhere", () => {
  const claims = [
    { status: "paid", amountPence: 300 },
    { status: "queried", amountPence: 100 },
    { status: "signed", amountPence: 50 },
    { status: "draft", amountPence: 20 },
    { status: "withdrawn", amountPence: 999 },
  ] as const;
  expect(yearEndFigures([600, 400], true, claims)).toEqual({
    givenPence: 1_000,
    isApproximate: true,
    claimedPence: 400,
    preparedPence: 70,
    leftPence: 600,
    repaymentPence: 0,
  });
});

it("never guesses where the amount is not recorded, and loses nothing below £0 after a cut", () => {
  const claims = [{ status: "paid", amountPence: 300 }] as const;
  expect(yearEndFigures([null], false, claims)).toMatchObject({ givenPence: null, leftPence: null });
  expect(yearEndFigures([200], false, claims)).toMatchObject({ givenPence: 200, leftPence: 0 });
});

it("another year is asked for in time, too late, or not at all", () => {
  const by = askBy("2027-03-31", 12);
  expect([by, askBy("2027-03-31", null)]).toEqual(["2027-01-06", null]);
  expect(askWords({ noTransfer: false, askBy: by }, "2027-01-06")).toBe("By 6 January 2027");
  expect(askWords({ noTransfer: false, askBy: by }, "2027-01-07")).toContain("too late");
  expect(askWords({ noTransfer: true, askBy: by }, "2026-11-21")).toBe("Not allowed by its terms");
  expect(askWords({ noTransfer: false, askBy: null }, "2026-11-21")).toContain("Not recorded");
});
