import { describe, expect, test } from "vitest";
import { checkAgainstRound } from "./round-check.rules.ts";
import type { BidToCheck, TermsToCheck } from "./round-check.ts";

const TERMS: TermsToCheck = {
  roundName: "Quiet Streets Fund: Round 1",
  opensOn: "2026-10-01",
  closesAt: "2026-11-30T17:00",
  withdrawnOn: null,
  withdrawnReason: null,
  capPence: 550_000_00,
  bidsPerArea: 3,
  eligibleLeads: ["police_and_crime_commissioner", "local_authority"],
  matchBasisPoints: 2000,
  inKindCounts: true,
  years: [2026, 2027],
  yearCaps: [{ year: 2026, capPence: 400_000_00 }],
  capitalPercent: 25,
};

const BID: BidToCheck = {
  requestedPence: 500_000_00,
  applicantKind: "local_authority",
  costs: [
    { financialYear: 2026, revenuePence: 300_000_00, capitalPence: 100_000_00 },
    { financialYear: 2027, revenuePence: 75_000_00, capitalPence: 25_000_00 },
  ],
  match: [
    { source: "Council", description: null, form: "in_kind", standing: "pledged", amountPence: 100_000_00 },
  ],
  at: "2026-11-21T09:00",
  isSubmitted: false,
  bidsOfArea: 3,
};

function words(bid: Partial<BidToCheck> = {}, terms: Partial<TermsToCheck> = {}) {
  return checkAgainstRound({ ...BID, ...bid }, { ...TERMS, ...terms }).map((one) => [one.rule, one.words]);
}

describe("a bid that keeps to the terms of its round", () => {
  test("breaks nothing, up to the last pound and the last minute", () => {
    expect(words()).toEqual([]);
    expect(words({ requestedPence: 550_000_00, match: [{ ...match, amountPence: 110_000_00 }] })).toEqual([]);
    expect(words({ at: "2026-11-30T16:59" })).toEqual([]);
    expect(words({ at: "2026-10-01T00:00" })).toEqual([]);
  });

  test("breaks nothing by what it does not say yet", () => {
    expect(words({ requestedPence: null, applicantKind: null, costs: [], match: [] })).toEqual([]);
  });

  test("breaks nothing where the round says nothing", () => {
    const silent = { opensOn: null, closesAt: null, capPence: null, bidsPerArea: null, eligibleLeads: [] };
    const open = { ...silent, matchBasisPoints: null, years: [], yearCaps: [], capitalPercent: null };
    const broken = {
      requestedPence: 9_000_000_00,
      bidsOfArea: 9,
      applicantKind: "other",
      match: [],
    } as const;
    expect(words(broken, open)).toEqual([]);
  });
});

const match = BID.match[0] as BidToCheck["match"][number];

describe("a bid that breaks a rule of its round is told, with figures:", () => {
  test("over the cap", () => {
    const richer = [{ ...match, amountPence: 120_000_00 }];
    expect(words({ requestedPence: 600_000_00, match: richer })).toEqual([
      ["over_cap", "Requested £600,000 is £50,000 over the cap of £550,000."],
    ]);
  });

  test("before the round opens, after it closed, and once it is withdrawn", () => {
    expect(words({ at: "2026-09-30T23:59" })).toEqual([
      ["not_yet_open", "The bid would be submitted now; the round opens on 1 October 2026."],
    ]);
    expect(words({ at: "2026-11-30T17:00" })).toEqual([
      ["closed", "The bid would be submitted now; the round closed on 30 November 2026 at 5pm."],
    ]);
    expect(words({ at: "2026-12-01", isSubmitted: true })).toEqual([
      ["closed", "The bid was submitted; the round closed on 30 November 2026 at 5pm."],
    ]);
    expect(words({}, { withdrawnOn: "2026-11-20" })).toEqual([
      ["withdrawn", "The funder withdrew Quiet Streets Fund: Round 1 on 20 November 2026."],
    ]);
  });

  test("but a bid submitted on the day of closing was in time, as far as anybody knows", () => {
    expect(words({ at: "2026-11-30", isSubmitted: true })).toEqual([]);
    expect(words({ at: "2026-11-30T17:00", isSubmitted: true })).toEqual([]);
    expect(words({ at: "2026-11-30T17:01", isSubmitted: true })).toEqual([
      ["closed", "The bid was submitted; the round closed on 30 November 2026 at 5pm."],
    ]);
    expect(words({ at: "2026-11-30T23:59" }, { closesAt: "2026-11" })).toEqual([]);
  });

  test("too many bids for the area", () => {
    expect(words({ bidsOfArea: 4 })).toEqual([
      ["too_many_bids", "This is one of 4 bids for the area that you can read; the round takes at most 3."],
    ]);
    expect(words({ bidsOfArea: 2 }, { bidsPerArea: 1 })[0]?.[1]).toContain("takes only 1.");
  });

  test("a lead that is not eligible", () => {
    expect(words({ applicantKind: "civil_society" })).toEqual([
      [
        "lead_not_eligible",
        "The bid is led by “Civil society organisation”; the round may be led by: Police and Crime Commissioner, Local authority.",
      ],
    ]);
  });

  test("match that is short, and cash match where only cash counts", () => {
    expect(words({ match: [] })).toEqual([
      ["match_short", "No match is recorded; the round asks for £100,000, 20% of the amount requested."],
    ]);
    expect(words({}, { inKindCounts: false })).toEqual([
      ["match_short", "No cash match is recorded; the round asks for £100,000, 20% of the amount requested."],
    ]);
    expect(words({ match: [{ ...match, amountPence: null }] })[0]?.[1]).toContain(
      "is recorded with an amount;",
    );
    expect(words({ match: [{ ...match, amountPence: 99_999_99 }] })[0]?.[1]).toContain("£0.01 short");
  });

  test("money in a year that the round does not pay", () => {
    const costs = [...BID.costs, { financialYear: 2028, revenuePence: 5_00, capitalPence: null }];
    expect(words({ costs })).toEqual([
      ["year_not_paid", "£5 is for 2028 to 2029; the round pays only 2026 to 2027, 2027 to 2028."],
    ]);
  });

  test("more in a year than its cap", () => {
    const costs = [{ financialYear: 2026, revenuePence: 400_000_01, capitalPence: null }];
    expect(words({ costs })).toEqual([
      ["over_year_cap", "£400,000.01 for 2026 to 2027 is £0.01 over the cap of £400,000 for that year."],
    ]);
  });

  test("more capital than the share", () => {
    const costs = [{ financialYear: 2026, revenuePence: 60_00, capitalPence: 40_00 }];
    expect(words({ costs })).toEqual([
      ["too_much_capital", "Capital of £40 is £15 over £25, 25% of the costs."],
    ]);
  });
});
