import { expect, it } from "vitest";
import { problemsOfClaim, type StoredClaim } from "./verify-claims.rules.ts";

const signedAt = "2024-07-02T09:00:00.000Z";
const came = (id: number, amountPence: number, reversesId: number | null = null) => ({
  id,
  amountPence,
  reversesId,
  recordedAt: "2024-08-01T09:00:00.000Z",
});
const whole: StoredClaim = {
  status: "part_paid",
  payment: "arrears",
  results: null,
  unitPence: null,
  isPublished: false,
  claimedPence: 1_000,
  receivedPence: 400,
  writtenById: 1,
  signedById: 2,
  signedAt,
  submittedOn: "2024-07-03",
  linePence: [600, 400],
  receipts: [came(1, 400), came(2, 300), came(3, -300, 2)],
};

it("finds nothing in a claim whose lines and receipts come to what it says", () => {
  expect(problemsOfClaim(whole)).toEqual([]);
  expect(problemsOfClaim({ ...whole, status: "queried" })).toEqual([]);
  const inAdvance = {
    payment: "advance",
    status: "paid",
    receivedPence: 1_500,
    receipts: [came(1, 1_500)],
  } as const;
  expect(problemsOfClaim({ ...whole, ...inAdvance })).toEqual([]);
  expect(
    problemsOfClaim({
      ...whole,
      status: "draft",
      signedAt: null,
      receivedPence: 0,
      receipts: [],
      submittedOn: null,
    }),
  ).toEqual([]);
});

it("names each thing that somebody forced in", () => {
  const found = (parts: Partial<StoredClaim>) => problemsOfClaim({ ...whole, ...parts });
  expect(found({ linePence: [600, 399] })).toEqual(["its lines add up to £9.99, it claims £10.00"]);
  expect(found({ receivedPence: 500 })).toEqual(["its receipts add up to £4.00, it says that £5.00 came"]);
  expect(found({ status: "paid", receivedPence: 1_001, receipts: [came(1, 1_001)] })).toEqual([
    "more came than was claimed, and the funder does not pay in advance",
  ]);
  expect(found({ status: "submitted" })).toEqual(["its status is not what came of it"]);
  expect(found({ status: "signed" })).toEqual(["money came for a claim that was not submitted"]);
  expect(found({ submittedOn: null })).toEqual(["it was submitted and has no date of that"]);
  expect(found({ signedById: 1 })).toEqual(["who wrote it signed it"]);
  expect(found({ signedAt: null })).toEqual([
    "it was submitted and finance did not sign it",
    "a receipt was recorded before finance signed it",
  ]);
  expect(found({ signedAt: "2024-09-01T09:00:00.000Z" })).toEqual([
    "a receipt was recorded before finance signed it",
  ]);
  expect(found({ receipts: [came(1, 700), came(3, -300, 2)] })).toEqual([
    "what was taken back is not one of its receipts",
  ]);
});
