import { expect, it } from "vitest";
import type { Claim } from "./claim.ts";
import { claimFigures } from "./claim-figures.rules.ts";

const claim = (status: Claim["status"], claimedPence: number, receivedPence = 0): Claim => ({
  id: 1,
  number: 1,
  periodFrom: "2024-04-01",
  periodTo: "2024-06-30",
  payment: "arrears",
  results: null,
  unit: null,
  unitPence: null,
  sourceDocumentId: null,
  sourceParagraph: null,
  status,
  claimedPence,
  receivedPence,
  note: null,
  reason: null,
  writtenById: null,
  writtenBy: null,
  signedBy: null,
  signedAt: null,
  submittedOn: null,
  funderReference: null,
  version: 1,
});

/** An award that gives so much, not yet apportioned to a year. */
const of = (amountPence: number | null) => ({
  amountPence,
  lines: amountPence === null ? [] : [{ financialYear: null, stream: null, amountPence }],
});

it("keeps what is prepared, claimed, received and unpaid apart, and leaves out what is withdrawn", () => {
  const claims = [
    claim("paid", 300, 300),
    claim("part_paid", 200, 50),
    claim("submitted", 100),
    claim("signed", 70),
    claim("draft", 5),
    claim("withdrawn", 999),
  ];
  const claimed = [{ financialYear: 2024, stream: null, amountPence: 600 }];
  expect(claimFigures(of(1000), claims, claimed)).toEqual({
    awardedPence: 1000,
    claimedPence: 600,
    notRecorded: 0,
    preparedPence: 75,
    receivedPence: 350,
    advancePence: 0,
    unpaidPence: 250,
    remainingPence: 400,
    repayment: { pence: 0, years: [] },
    repaidOfAbovePence: 0,
  });
});

it("closes to the penny after a cut, whatever of it was repaid: awarded is claimed less what goes back, and what is left", () => {
  const given = (financialYear: number, amountPence: number) => ({
    financialYear,
    stream: null,
    amountPence,
  });
  const awarded = { amountPence: 4_800, lines: [given(2026, 800), given(2027, 4_000)] };
  for (const repaid of [0, 200, 686, 900]) {
    const figures = claimFigures(awarded, [claim("paid", 1_486, 1_486)], [given(2026, 1_486)], repaid);
    const back = (figures.repayment?.pence ?? 0) + figures.repaidOfAbovePence;
    expect(back).toBe(686);
    expect(figures.claimedPence - back + (figures.remainingPence ?? 0)).toBe(4_800);
  }
});

it("says what is to be repaid after a cut, and nothing where the award's amount is not recorded", () => {
  const claimed = [{ financialYear: 2024, stream: null, amountPence: 600 }];
  expect(claimFigures(of(500), [claim("paid", 600, 600)], claimed)).toMatchObject({
    remainingPence: 0,
    repayment: { pence: 100, years: [{ financialYear: 2024, pence: 100 }] },
  });
  expect(claimFigures(of(null), [claim("paid", 600, 600)], claimed)).toMatchObject({
    awardedPence: null,
    remainingPence: null,
    repayment: null,
  });
});

it("never takes money that came above a claim off what others still owe", () => {
  const claims = [claim("paid", 100, 180), claim("submitted", 50)];
  expect(claimFigures(of(1000), claims, [])).toMatchObject({ unpaidPence: 50, advancePence: 80 });
});
