import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AwardStatusRow } from "../award-status.ts";
import { compareStatus, headingOf, isExplained, SUMMED, totalsOf } from "./status-changes.rules.ts";
import { differenceWords, statusProofWords } from "./status-changes-words.rules.ts";

const ROW: AwardStatusRow = {
  ...{ id: 1, reference: "A-000001", title: "Guardians", lead: null, status: "active", basis: "exact" },
  ...{ awarded: 100_000, claimed: 0, prepared: 0, claimsNotRecorded: 0, received: 0, left: 100_000 },
  ...{ given: 50_000, ofYear: 0, atRisk: 50_000, toSend: 0, toBePaid: 0, awaited: 0, conditionsOpen: 1 },
  ...{ conditionsLate: 0, returnsOpen: 1, returnsLate: 0, claimsDue: 2, claimsLate: 0, nextDue: null },
};
const compare = (from: AwardStatusRow[], to: AwardStatusRow[]) =>
  compareStatus(from, to, { from: totalsOf(from), to: totalsOf(to) });

describe("two reports of award status", () => {
  it("differ by their awards, which add up to the difference of every total", () => {
    const pence = fc.option(fc.integer({ min: 0, max: 1_000_000 }));
    const row = fc
      .record({ id: fc.integer({ min: 1, max: 6 }), awarded: pence, left: pence, claimsLate: fc.nat(3) })
      .map((some) => ({ ...ROW, ...some }));
    const report = fc.uniqueArray(row, { selector: ({ id }) => id, maxLength: 6 });
    fc.assert(
      fc.property(report, report, (from, to) => {
        const compared = compare(from, to);
        expect(isExplained(compared)).toBe(true);
        for (const key of ["awards", "awarded", "left", "claimsLate"] as const) {
          const sum = compared.changes.reduce((all, { adds }) => all + adds[key], 0);
          expect(sum).toBe(compared.to[key] - compared.from[key]);
        }
      }),
    );
  });

  it("do not differ by an award that stands in both alike, whatever its next date is", () => {
    expect(compare([ROW], [{ ...ROW, nextDue: "2026-10-31" }]).changes).toEqual([]);
  });

  it("say so where the totals are not what the awards come to", () => {
    const totals = { from: totalsOf([ROW]), to: { ...totalsOf([ROW]), left: 99_999 } };
    const compared = compareStatus([ROW], [ROW], totals);
    expect(isExplained(compared)).toBe(false);
    expect(statusProofWords(compared)).toContain("second report £999.99, unexplained −£0.01");
  });

  it("say what of an award became what, and what came or went with it", () => {
    const later: AwardStatusRow = { ...ROW, status: "overdue", claimed: 40_000, left: null, claimsLate: 1 };
    const words = (from: AwardStatusRow[], to: AwardStatusRow[]) =>
      compare(from, to).changes.flatMap(differenceWords);
    expect(words([ROW], [later])).toEqual([
      "Status: Active became Overdue",
      "Claimed: £0 became £400 (+£400)",
      "Left to claim: £1,000 became not recorded (−£1,000)",
      "Claims late: 0 became 1 (+1)",
    ]);
    expect(words([], [ROW])).toEqual([
      "Status: Not in the report became Active",
      "Awarded: £1,000",
      "Left to claim: £1,000",
      "At risk by 31 March: £500",
      "Claims due by the schedule: 2",
      "Conditions open: 1",
      "Returns not sent: 1",
    ]);
    expect(words([ROW], [])).toContain("Left to claim: £1,000 is no longer in it");
  });

  it("call every figure as the report does", () => {
    expect(SUMMED.map(({ key }) => headingOf(key))).toContain("In claims not yet submitted");
  });
});
