import { describe, expect, it } from "vitest";
import { type BidFacts, positionOfBid } from "./bid-position.rules.ts";

const NOW = "2026-11-21T10:00";
const DRAFT: BidFacts = {
  status: "draft",
  isSignedOff: false,
  closesAt: "2027-01-31T17:00",
  expectedDecision: "2027-03",
  answerDueOn: null,
  hasOwner: true,
};
const of = (facts: Partial<BidFacts>) => positionOfBid({ ...DRAFT, ...facts }, NOW);

describe("a bid", () => {
  it("waits on its owner until it is sent, then on whoever signs off, then on the funder", () => {
    expect(of({})).toEqual({
      next: { on: "2027-01-31T17:00", what: "Round closes" },
      risk: { level: "none", reasons: [] },
      waiting: [{ on: "owner", what: "Finish it and have it submitted" }],
    });
    expect(of({ status: "awaiting_sign_off" }).waiting).toMatchObject([{ on: "signers" }]);
    expect(of({ status: "draft", isSignedOff: true }).waiting).toEqual([
      { on: "owner", what: "Submit it: it is signed off" },
    ]);
    expect(of({ status: "reserve" })).toMatchObject({
      next: { on: "2027-03", what: "Decision expected" },
      waiting: [{ on: "funder" }],
    });
  });

  it("is late once its round has closed, at risk in the week before, and a day without a time counts to its end", () => {
    expect(of({ closesAt: "2026-11-21T09:59" }).risk.level).toBe("late");
    expect(of({ closesAt: "2026-11-21" }).risk).toEqual({
      level: "at_risk",
      reasons: ["The round closes within a week"],
    });
    expect(of({ closesAt: "2026-11-29T12:00" }).risk.level).toBe("none");
    expect(of({ closesAt: null })).toMatchObject({ next: null, risk: { level: "none" } });
  });

  it("is late where its decision or its answer is, and a month is not over before its last day", () => {
    expect(of({ status: "submitted", expectedDecision: "2026-11" }).risk.level).toBe("none");
    expect(of({ status: "submitted", expectedDecision: "2026-10" }).risk.reasons).toEqual([
      "The decision was expected October 2026",
    ]);
    const asked = of({ status: "clarification_requested", answerDueOn: "2026-11-20" });
    expect(asked).toMatchObject({
      next: { on: "2026-11-20" },
      risk: { level: "late" },
      waiting: [{ on: "owner" }],
    });
  });

  it("that nobody owns is at risk, and one that is decided waits for nothing", () => {
    expect(of({ hasOwner: false }).risk.reasons).toEqual(["Nobody owns it"]);
    expect(of({ status: "awarded", hasOwner: false, closesAt: "2020-01-01" })).toEqual({
      next: null,
      risk: { level: "none", reasons: [] },
      waiting: [],
    });
  });
});
