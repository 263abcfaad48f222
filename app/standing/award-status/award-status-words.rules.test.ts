import { expect, it } from "vitest";
import type { AwardStatusRow, AwardStatusSums } from "./award-status.ts";
import { awardStatusText, awardStatusWords } from "./award-status-words.rules.ts";

const SUMS: AwardStatusSums = {
  ...{ awards: 2, notRecorded: 1, awarded: 100_000, left: 60_000, prepared: 0, atRisk: 25_050 },
  ...{ toSend: 1, toBePaid: 2, awaited: 30_000, conditionsOpen: 3, conditionsLate: 1, returnsLate: 4 },
  ...{ claimsDue: 5, claimsLate: 2, claimsNotRecorded: 0 },
  ofVoid: { claimed: 0, received: 0, spent: 0, repaid: 0 },
};
const ROW: Omit<AwardStatusRow, "id"> = {
  ...{ reference: "A-000001", title: "Guardians", lead: null, status: "overdue", basis: "exact" },
  ...{
    awarded: null,
    claimed: 40_000,
    prepared: null,
    claimsNotRecorded: 0,
    received: 10_000,
    left: null,
    given: 50_000,
    ofYear: 24_950,
  },
  ...{ atRisk: 25_050, toSend: 1, toBePaid: 2, awaited: 30_000, conditionsOpen: 3, conditionsLate: 1 },
  ...{ returnsOpen: 5, returnsLate: 4, claimsDue: 5, claimsLate: 2, nextDue: "2026-10-31" },
};

it("says in sentences what is due, at risk, open and late", () => {
  expect(awardStatusWords(SUMS, "2027-03-31")).toEqual([
    "2 awards: £1,000 awarded + 1 award, amount not recorded; £600 is left to claim.",
    "Claims: 5 due by the schedules, of which 2 late; 1 to sign or send; 2 not paid in full, of which £300 is awaited.",
    "At risk by 31 March 2027: £250.50 of this financial year is in no submitted claim.",
    "Conditions open: 3, of which 1 late. Returns late: 4.",
  ]);
});

it("names what is in claims not yet submitted, and claims whose amount is not recorded, apart", () => {
  const words = (more: Partial<AwardStatusSums>) => awardStatusWords({ ...SUMS, ...more }, "2027-03-31");
  expect(words({ prepared: 3_480 })[0]).toContain(
    "£600 is left to claim, of which £34.80 is in claims not yet submitted.",
  );
  expect(words({ claimsNotRecorded: 1 })[1]).toContain(
    "of which £300 is awaited + 1 claim, amount not recorded.",
  );
  expect(words({ claimsNotRecorded: 2, awaited: 0 })[1]).toContain(
    "of which what is awaited is not recorded.",
  );
});

it("names what was claimed and came of void awards, which stand in no row", () => {
  const ofVoid = { claimed: 40_000, received: 30_000, spent: 5_000, repaid: 0 };
  expect(awardStatusWords({ ...SUMS, ofVoid }, "2027-03-31").at(-1)).toBe(
    "Of void awards, in none of these figures: claimed £400, received £300. What came of them, £300, is to be repaid.",
  );
});

it("on a command line an amount that is not recorded is empty, and the last row is the sum of its columns", () => {
  const lines = awardStatusText([ROW], SUMS, {
    asAt: "2026-11-21",
    knownAt: "2026-11-21",
    endsOn: "2027-03-31",
  }).split("\n");
  expect(lines.find((line) => line.startsWith("A-000001"))).toMatch(/Overdue +£400\.00 +0 +£100\.00/);
  expect(lines.find((line) => line.startsWith("Total"))).toMatch(/£1,000\.00.*£250\.50.*£300\.00/);
});
