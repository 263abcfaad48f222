import { describe, expect, it } from "vitest";
import { type AwardFacts, positionOfAward } from "./award-position.rules.ts";

const ACTIVE: AwardFacts = {
  status: "active",
  why: "Active: delivery until 31 March 2028",
  deliveryFrom: "2026-04-01",
  deliveryTo: "2028-03-31",
  leftPence: 100_000,
  leftOfYearPence: 0,
  passedOnOfYearPence: 0,
  unclaimedYears: [],
  underspentYears: [],
  dueBackYears: [],
  hasAgreement: true,
  givesThisYear: true,
  duties: [],
  claims: [],
  awaitsConfirmation: false,
  hasOwner: true,
};
const of = (facts: Partial<AwardFacts>, today = "2026-11-21") =>
  positionOfAward({ ...ACTIVE, ...facts }, today);

describe("an award", () => {
  it("has the earliest of its duties, its end and the end of this year’s money as its next date", () => {
    expect(of({}).next).toEqual({ on: "2028-03-31", what: "Delivery ends" });
    expect(of({ leftOfYearPence: 1 }).next).toEqual({ on: "2027-03-31", what: "This year’s money ends" });
    const duties = [
      { what: "Condition: plan", dueOn: "2026-12" },
      { what: "Return for the quarter to 30 September 2026", dueOn: "2026-10-31" },
    ];
    expect(of({ duties }).next?.on).toBe("2026-10-31");
    expect(of({ deliveryTo: "2026-03-31" }).next).toBeNull();
  });

  it("on hold keeps its dates, its risks and what it owes, and waits to be taken off", () => {
    const duties = [{ what: "Return for the quarter to 30 September 2026", dueOn: "2026-10-31" }];
    const overdue = { status: "overdue" as const, why: "Overdue: …" };
    const late = of({ ...overdue, duties });
    const held = of({ status: "on_hold", why: "On hold: …. Overdue: …", otherwise: overdue, duties });
    expect([held.next, held.risk]).toEqual([late.next, late.risk]);
    expect(held.risk.level).toBe("late");
    expect(held.waiting).toEqual([
      { on: "owner", what: "Take it off hold once it can go on" },
      ...late.waiting,
    ]);
  });

  it("is late where something is overdue, at risk where money may be lost, from 1 October", () => {
    expect(of({ status: "overdue", why: "Overdue: …" }).risk).toEqual({
      level: "late",
      reasons: ["Overdue: …"],
    });
    expect(of({ leftOfYearPence: 5_000 }).risk).toEqual({
      level: "at_risk",
      reasons: ["£50 is to be claimed by 31 March 2027"],
    });
    expect(of({ leftOfYearPence: 6_000_000, passedOnOfYearPence: 1_500_000 }).risk.reasons).toEqual([
      "£45,000 is to be claimed by 31 March 2027 beside the £15,000 that other awards take of it (£60,000 together)",
    ]);
    expect(of({ leftOfYearPence: 5_000 }, "2026-09-30").risk.level).toBe("none");
    const unclaimedYears = [{ financialYear: 2025, pence: 1_020_000 }];
    expect(of({ unclaimedYears }, "2026-09-30").risk).toEqual({
      level: "at_risk",
      reasons: ["£10,200 of 2025 to 2026 was not claimed and may be lost"],
    });
    expect(of({ status: "agreement_pending" }).risk.reasons).toEqual([
      "Delivery has begun: no payment before signing",
    ]);
    expect(of({ status: "completed", leftOfYearPence: 5_000 }).risk.reasons).toEqual([
      "Delivery has ended and £1,000 is not claimed",
    ]);
  });

  it("is at risk where delivery began without a recorded agreement, and where an ended year was not spent", () => {
    expect(of({ hasAgreement: false }).risk.reasons).toEqual([
      "Delivery has begun and no agreement is recorded: no payment before signing",
    ]);
    expect(of({ hasAgreement: false, deliveryFrom: "2026-12" }).risk.level).toBe("none");
    expect(of({ hasAgreement: false, deliveryFrom: null }).risk.reasons).toEqual([
      "The year of its money has begun and no agreement is recorded: no payment before signing",
    ]);
    expect(of({ hasAgreement: false, deliveryFrom: null, givesThisYear: false }).risk.level).toBe("none");
    expect(of({ hasAgreement: false, status: "completed", leftPence: 0 }).risk.level).toBe("none");
    const underspentYears = [{ financialYear: 2025, pence: 4_000 }];
    for (const status of ["active", "completed"] as const)
      expect(of({ status, leftPence: 0, underspentYears }).risk.reasons).toEqual([
        "£40 of 2025 to 2026 was not spent, claimed or not, and no carry-over is approved",
      ]);
    const dueBackYears = underspentYears;
    const due = { status: "repayment_due", why: "Repayment due: …", leftPence: 0 } as const;
    expect(of({ ...due, underspentYears, dueBackYears }).risk.reasons).toEqual(["Repayment due: …"]);
  });

  it("names that nobody owns it where something presses, and what of its duties does", () => {
    expect(of({ hasOwner: false }).risk.reasons).toEqual([]);
    const late = { status: "overdue", why: "Overdue: …", hasOwner: false } as const;
    expect(of(late).risk.reasons).toEqual(["Overdue: …", "Nobody owns it"]);
    const duties = [
      { what: "Return for the quarter to 30 September 2026", dueOn: "2026-10-31" },
      { what: "Condition: plan", dueOn: "2027-03" },
    ];
    const sending = { on: "owner", what: "Return for the quarter to 30 September 2026" };
    expect(of({ ...late, duties }).waiting).toEqual([sending]);
    // What is late waits beside what is to be paid back.
    expect(of({ ...late, status: "repayment_due", duties }).waiting).toEqual([
      { on: "finance", what: "Pay back what is due to the funder" },
      sending,
    ]);
  });

  it("waits on finance for its claims until they are sent, then on the funder; of a closed one nothing is asked", () => {
    const claims = [
      { number: 1, status: "part_paid" },
      { number: 2, status: "signed" },
      { number: 3, status: "paid" },
    ] as const;
    expect(of({ claims, awaitsConfirmation: true }).waiting).toEqual([
      { on: "second_person", what: "Confirm the next version" },
      { on: "funder", what: "Pay the rest of claim 1" },
      { on: "finance", what: "Submit claim 2" },
    ]);
    const own = [{ number: 4, status: "draft", byFinance: "Fin" }] as const;
    expect(of({ claims: own }).waiting).toEqual([
      { on: "second_person", what: "Sign claim 4, which Fin of finance wrote" },
    ]);
    expect(of({ status: "closed", claims, leftOfYearPence: 1 })).toEqual({
      next: null,
      risk: { level: "none", reasons: [] },
      waiting: [],
    });
  });
});
