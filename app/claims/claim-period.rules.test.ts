import { describe, expect, it } from "vitest";
import {
  advanceFlags,
  claimedTwice,
  paidForSameDays,
  periodFlags,
  refusalOfClaimPeriod,
  refusalOfStep,
  yearOutsidePeriod,
} from "./claim-period.rules.ts";

const TODAY = "2026-11-21";
const DELIVERY = { deliveryFrom: "2025-10", deliveryTo: "2026-09-30" };
const NONE = { deliveryFrom: null, deliveryTo: null };
const quarter = (
  periodFrom: string,
  periodTo: string,
  payment: "arrears" | "advance" | "results" = "arrears",
) => ({
  periodFrom,
  periodTo,
  payment,
});

describe("the period of a claim", () => {
  it("is not wholly in the future, unless the funder pays in advance", () => {
    const next = quarter("2026-11-22", "2026-12-31");
    expect(refusalOfClaimPeriod(next, NONE, TODAY)).toHaveProperty("periodFrom");
    expect(refusalOfClaimPeriod({ ...next, payment: "results" }, NONE, TODAY)).not.toBeNull();
    expect(refusalOfClaimPeriod({ ...next, payment: "advance" }, NONE, TODAY)).toBeNull();
    expect(refusalOfClaimPeriod(quarter(TODAY, "2026-12-31"), NONE, TODAY)).toBeNull();
  });

  it("has begun when the claim is sent, unless paid in advance, and what is paid or queried was sent before", () => {
    const draft = { periodFrom: "2026-06-01", payment: "arrears" as const, submittedOn: null };
    expect(refusalOfStep("submit", "2026-05-31", draft)).toContain("Its period begins on 1 June 2026");
    expect(refusalOfStep("submit", "2026-06-30", draft)).toBeNull();
    expect(refusalOfStep("submit", "2026-05-31", { ...draft, payment: "advance" })).toBeNull();
    const sent = { ...draft, submittedOn: "2026-07-05" };
    expect(refusalOfStep("record_receipt", "2026-07-04", sent)).toContain("submitted on 5 July 2026");
    expect(refusalOfStep("query", "2026-07-04", sent)).not.toBeNull();
    expect(refusalOfStep("record_receipt", "2026-07-05", sent)).toBeNull();
    expect(refusalOfStep("record_receipt", "2026-07-04", draft)).toBeNull();
  });

  it("touches delivery: a month that begins or ends within it is flagged, and a result may be proven later", () => {
    expect(refusalOfClaimPeriod(quarter("2025-07-01", "2025-09-30"), DELIVERY, TODAY)).toEqual({
      periodTo: "The period ends before delivery begins: October 2025",
    });
    const late = quarter("2026-10-01", "2026-10-31");
    expect(refusalOfClaimPeriod(late, DELIVERY, TODAY)).toHaveProperty("periodFrom");
    expect(refusalOfClaimPeriod({ ...late, payment: "results" }, DELIVERY, TODAY)).toBeNull();
    const across = quarter("2025-09-01", "2026-10-31");
    expect(refusalOfClaimPeriod(across, DELIVERY, TODAY)).toBeNull();
    expect(periodFlags(across, DELIVERY)).toEqual([
      "Its period begins before delivery does: October 2025",
      "Its period ends after delivery does: 30 September 2026",
    ]);
    expect(periodFlags(quarter("2025-10-01", "2026-09-30"), DELIVERY)).toEqual([]);
  });

  it("in arrears is of the years in which it lies; what is paid otherwise may be of any", () => {
    const early = quarter("2025-04-01", "2025-06-30");
    expect(yearOutsidePeriod(early, [{ financialYear: 2025 }, { financialYear: 2026 }])).toBe(2026);
    expect(yearOutsidePeriod(quarter("2026-03-01", "2026-04-30"), [{ financialYear: 2025 }])).toBeNull();
    expect(yearOutsidePeriod({ ...early, payment: "advance" }, [{ financialYear: 2026 }])).toBeNull();
  });

  it("may be claimed for twice only in advance, by results, or for another year, stream or project", () => {
    const part = { financialYear: 2026, stream: null, projectId: 7 };
    const other = { ...quarter("2026-04-01", "2026-06-30"), ...part, number: 2 };
    const same = quarter("2026-06-30", "2026-09-30");
    expect(claimedTwice(same, [part], [other])).toBe(2);
    expect(claimedTwice(quarter("2026-07-01", "2026-09-30"), [part], [other])).toBeNull();
    expect(claimedTwice(same, [{ ...part, projectId: null }], [other])).toBeNull();
    expect(claimedTwice({ ...same, payment: "advance" }, [part], [other])).toBeNull();
    expect(claimedTwice(same, [part], [{ ...other, payment: "results" }])).toBeNull();
  });

  it("names what was paid for days of it and for a stream of the same", () => {
    const claim = quarter("2026-04-01", "2026-06-30");
    const other = {
      ...quarter("2026-06-30", "2026-09-30"),
      stream: null,
      number: 2,
      status: "paid",
    } as const;
    const named = (lines: Parameters<typeof paidForSameDays>[1], parts: object = {}) =>
      paidForSameDays(claim, lines, [{ ...other, ...parts }]);
    const revenue = [{ stream: "revenue" }] as const;
    expect(named(revenue, { status: "part_paid" })).toEqual([
      "Claim 2, which is paid in part, is for days of the same period: check that nothing is asked for twice",
    ]);
    expect(named([{ stream: null }], { stream: "capital" })).toHaveLength(1);
    expect(named(revenue, { stream: "capital" })).toEqual([]);
    expect(named(revenue, { status: "submitted" })).toEqual([]);
    expect(named(revenue, { periodFrom: "2026-07-01" })).toEqual([]);
    expect(paidForSameDays(claim, revenue, [other, other])).toHaveLength(1);
  });
});

it("what came in advance above what was claimed is said, and nothing where no more came", () => {
  const words = (claimedPence: number | null, receivedPence: number) =>
    advanceFlags({ claimedPence, receivedPence });
  expect(words(1_000, 1_500)).toEqual([
    "£5 more came than was claimed: it is an advance, to be spent and claimed, or to go back",
  ]);
  expect([...words(1_000, 1_000), ...words(null, 1_500)]).toEqual([]);
});
