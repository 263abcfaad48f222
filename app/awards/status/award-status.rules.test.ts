import { describe, expect, test } from "vitest";
import { type AwardFacts, standingOfAward } from "./award-status.rules.ts";

const NOTHING: AwardFacts = {
  offeredOn: null,
  acceptedOn: null,
  deliveryTo: null,
  agreements: [],
  conditions: [],
  returns: [],
  claimsDue: [],
  repaymentDue: null,
  isVoid: false,
  closedOn: null,
  hold: null,
};
const HALF_YEAR = {
  periodFrom: "2024-04-01",
  periodTo: "2024-09-30",
  dueOn: "2024-10-31",
  submittedOn: null,
  waivedBecause: null,
};

function why(facts: Partial<AwardFacts>, today = "2024-11-21"): string {
  return standingOfAward({ ...NOTHING, ...facts }, today).why;
}

describe("where an award stands", () => {
  test("a return not sent is due soon, then overdue, until it is sent", () => {
    const late = "Overdue: return for the half-year to 30 September was due 31 October 2024";
    expect(why({ returns: [HALF_YEAR] })).toBe(late);
    expect(why({ returns: [HALF_YEAR] }, "2024-10-31")).toContain("Report due soon");
    expect(why({ returns: [HALF_YEAR] }, "2024-10-02")).toContain("Active");
    expect(why({ returns: [{ ...HALF_YEAR, submittedOn: "2024-11-02" }] })).toContain("Active");
  });

  test("a claim that the schedule asks for is overdue, and before it is due presses nobody", () => {
    const claimsDue = [{ periodFrom: "2024-04-01", periodTo: "2024-06-30", dueOn: "2024-07-31" }];
    expect(why({ claimsDue })).toBe("Overdue: claim for the quarter to 30 June was due 31 July 2024");
    expect(why({ claimsDue }, "2024-07-31")).toContain("Active");
  });

  test("what is late is named, the longest late first, and the rest counted", () => {
    const conditions = [{ text: "CCTV plan", dueOn: "2024-06", metOn: null, waivedBecause: null }];
    expect(why({ conditions, returns: [HALF_YEAR] })).toBe(
      "Overdue: condition “CCTV plan” was due June 2024, and 1 more",
    );
  });

  test("what ended stays pressing until it is settled; nothing of a void award is", () => {
    const ended = { deliveryTo: "2024-03-31" };
    expect(why(ended)).toBe("Completed: delivery ended 31 March 2024, not closed yet");
    expect(why({ ...ended, returns: [HALF_YEAR] })).toContain("Overdue");
    const repaymentDue = {
      pence: 120_000,
      years: [{ financialYear: 2023, pence: 120_000, unspentPence: 0 }],
    };
    expect(why({ ...ended, repaymentDue })).toBe(
      "Repayment due: £1,200 of 2023 to 2024 is to go back to the funder",
    );
    expect(why({ ...ended, repaymentDue, returns: [HALF_YEAR] })).toBe(
      "Repayment due: £1,200 of 2023 to 2024 is to go back to the funder. Overdue: return for the half-year to 30 September was due 31 October 2024",
    );
    const unspent = { pence: 4_000, years: [{ financialYear: 2023, pence: 4_000, unspentPence: 4_000 }] };
    expect(why({ ...ended, repaymentDue: unspent })).toBe(
      "Repayment due: £40 of 2023 to 2024 not spent in that year is to go back to the funder",
    );
    expect(why({ ...ended, repaymentDue, isVoid: true })).toBe("Closed: the award is void");
  });

  test("offered, accepted, agreement to sign, active", () => {
    const offered = { offeredOn: "2024-09-02" };
    expect(why(offered)).toBe("Offered on 2 September 2024, no acceptance recorded");
    expect(why({ ...offered, acceptedOn: "2024-09" })).toBe("Active: no end of delivery is recorded");
    const agreements = [
      { financialYear: 2023, signedOn: "2023-08" },
      { financialYear: 2024, signedOn: null },
    ];
    expect(why({ agreements })).toBe("Agreement pending: the agreement for 2024 to 2025 is not signed yet");
    expect(why({ agreements, deliveryTo: "2024-03-31" }, "2024-03-01")).toContain("until 31 March 2024");
  });

  test("on hold stands before all but closed, with what else holds of it beside", () => {
    const hold = { heldFrom: "2024-08-06", reason: "The funder reviews the scheme." };
    const words = "On hold since 6 August 2024: The funder reviews the scheme";
    expect(standingOfAward({ ...NOTHING, hold }, "2024-11-21")).toEqual({
      status: "on_hold",
      why: words,
      otherwise: { status: "active", why: "Active: no end of delivery is recorded" },
    });
    const late = standingOfAward({ ...NOTHING, hold, returns: [HALF_YEAR] }, "2024-11-21");
    expect([late.status, late.otherwise?.status]).toEqual(["on_hold", "overdue"]);
    expect(late.why).toBe(
      `${words}. Overdue: return for the half-year to 30 September was due 31 October 2024`,
    );
    expect(why({ hold, closedOn: "2024-10-01" })).toBe("Closed on 1 October 2024");
    expect(why({ hold, isVoid: true })).toBe("Closed: the award is void");
  });
});
