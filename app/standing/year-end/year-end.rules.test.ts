import { expect, it } from "vitest";
import type { Stream } from "#app/awards/index.ts";
import type { ClaimStatus } from "#app/claims/index.ts";
import {
  askBy,
  askWords,
  isNearYearEnd,
  unclaimedOfEndedYears,
  underspentYears,
  yearEnd,
  yearEndFigures,
} from "./year-end.rules.ts";

const line = (amountPence: number | null, stream: Stream | null = null) => ({ amountPence, stream });
const claim = (status: ClaimStatus, amountPence: number, stream: Stream | null = null) => ({
  status,
  amountPence,
  stream,
});

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
    claim("paid", 300),
    claim("queried", 100),
    claim("signed", 50),
    claim("draft", 20),
    claim("withdrawn", 999),
  ];
  expect(yearEndFigures([line(600), line(400)], true, claims)).toEqual({
    givenPence: 1_000,
    isApproximate: true,
    claimedPence: 400,
    preparedPence: 70,
    leftPence: 600,
    repaymentPence: 0,
  });
});

it("never guesses where the amount is not recorded, and loses nothing below £0 after a cut", () => {
  const claims = [claim("paid", 300)];
  expect(yearEndFigures([line(null)], false, claims)).toMatchObject({ givenPence: null, leftPence: null });
  expect(yearEndFigures([line(200)], false, claims)).toMatchObject({ givenPence: 200, leftPence: 0 });
});

it("loses all of a stream that is left, though the other was claimed above what a cut has left of it", () => {
  const given = [line(50, "capital"), line(100, "revenue")];
  expect(yearEndFigures(given, false, [claim("paid", 80, "capital")])).toMatchObject({ leftPence: 100 });
  expect(yearEndFigures([], false, [claim("paid", 80)], 80)).toMatchObject({
    givenPence: 0,
    leftPence: 0,
    repaymentPence: 80,
  });
});

it("of years that are over what is in no submitted claim may be lost; of this year, or of nothing known, nothing is said", () => {
  const given = [
    { financialYear: 2025, ...line(10_200) },
    { financialYear: 2024, ...line(500) },
    { financialYear: 2023, ...line(null) },
    { financialYear: 2026, ...line(900) },
    { financialYear: null, ...line(700) },
  ];
  const sent = [{ financialYear: 2024, stream: null, amountPence: 500 }];
  expect(unclaimedOfEndedYears(given, sent, "2026-11-21")).toEqual([{ financialYear: 2025, pence: 10_200 }]);
  expect(unclaimedOfEndedYears(given, [], "2025-04-01").map(({ pence }) => pence)).toEqual([500]);
});

it("another year is asked for in time, too late, or not at all", () => {
  const by = askBy("2027-03-31", 12);
  expect([by, askBy("2027-03-31", null)]).toEqual(["2027-01-06", null]);
  expect(askWords({ noTransfer: false, askBy: by }, "2027-01-06")).toBe("By 6 January 2027");
  expect(askWords({ noTransfer: false, askBy: by }, "2027-01-07")).toContain("too late");
  expect(askWords({ noTransfer: true, askBy: by }, "2026-11-21")).toBe("Not allowed by its terms");
  expect(askWords({ noTransfer: false, askBy: null }, "2026-11-21")).toContain("Not recorded");
});

it("what was not spent of an ended year is open until a carry-over is approved or it is repaid", () => {
  const year = { financialYear: 2025, givenPence: 100, spentPence: 60, approvedPence: 0 };
  expect(underspentYears([year], 0)).toEqual([{ financialYear: 2025, pence: 40 }]);
  expect(underspentYears([{ ...year, approvedPence: 15 }], 0)).toEqual([{ financialYear: 2025, pence: 25 }]);
  expect(underspentYears([{ ...year, financialYear: 2024 }, year], 50)).toEqual([
    { financialYear: 2025, pence: 30 },
  ]);
  expect(
    underspentYears(
      [
        { ...year, spentPence: null },
        { ...year, givenPence: null },
      ],
      0,
    ),
  ).toEqual([]);
  expect(underspentYears([{ ...year, spentPence: 120 }], 0)).toEqual([]);
});
