import fc from "fast-check";
import type { Share } from "#app/awards/index.ts";
import { PAYMENTS, type Payment } from "#app/claims/claim.ts";

/**
 * One random thing that happens to an award: another version, a claim on it, something done with one of its claims,
 * something spent or found to have been spent otherwise, or money of a year that the funder agrees to carry over.
 */
export type ClaimStep =
  | { kind: "version"; basis: "exact" | "approximate" | "not_recorded"; shares: Share[] }
  | { kind: "claim"; payment: Payment; shares: (Share & { financialYear: number })[] }
  | { kind: "act"; claim: number; action: number; isOnward: boolean; pence: number }
  | { kind: "spend"; year: number; stream: Share["stream"]; pence: number }
  | { kind: "correct"; entry: number; pence: number }
  | { kind: "carry"; line: number; toYear: number; pence: number };

const streams = fc.constantFrom(null, "revenue" as const, "capital" as const);
const pence = fc.integer({ min: 1, max: 900 });

/** Years and streams of an award may be open; a claim names its year. */
const awardShare = fc.record({
  financialYear: fc.constantFrom(null, 2023, 2024),
  stream: streams,
  amountPence: fc.integer({ min: 1, max: 1_500 }),
});
const claimShare = fc.record({
  financialYear: fc.constantFrom(2023, 2024, 2025),
  stream: streams,
  amountPence: pence,
});

export const claimStepArbitrary: fc.Arbitrary<ClaimStep> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("version" as const),
      basis: fc.oneof(
        { weight: 5, arbitrary: fc.constant("exact" as const) },
        { weight: 1, arbitrary: fc.constantFrom("approximate" as const, "not_recorded" as const) },
      ),
      shares: fc.array(awardShare, { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("claim" as const),
      payment: fc.constantFrom(...PAYMENTS),
      shares: fc.array(claimShare, { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 9,
    arbitrary: fc.record({
      kind: fc.constant("act" as const),
      claim: fc.nat(20),
      action: fc.nat(20),
      isOnward: fc.oneof(
        { weight: 3, arbitrary: fc.constant(true) },
        { weight: 1, arbitrary: fc.constant(false) },
      ),
      pence: fc.oneof(fc.constant(0), pence, fc.nat(3_000)),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("spend" as const),
      year: fc.constantFrom(2023, 2024, 2025),
      stream: streams,
      pence,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("correct" as const), entry: fc.nat(20), pence: fc.nat(900) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("carry" as const),
      line: fc.nat(20),
      toYear: fc.constantFrom(2024, 2025),
      pence,
    }),
  },
);

const sum = (shares: readonly Share[]) => shares.reduce((total, share) => total + share.amountPence, 0);

/**
 * Whether what is claimed fits in what is given, as a child would add it up: in all, apart from what must go back since a
 * cut, and in each year and each stream of a year that the new lines name, where money of an open year or stream may serve
 * any; and whether what is missing, however the years and streams are put together, is not more than before.
 */
export function fits(given: readonly Share[], claimed: readonly Share[], added: readonly Share[]): boolean {
  const all = [...claimed, ...added];
  if (sum(all) - mustGoBack(given, claimed) > sum(given)) return false;
  for (const stream of [null, "revenue", "capital"] as const) {
    if (missing(given, all, stream) > missing(given, claimed, stream)) return false;
  }
  return added.every(({ financialYear, stream }) => {
    const inYear = (share: Share) => share.financialYear === financialYear;
    const forYear = (share: Share) => share.financialYear === null || inYear(share);
    const mayBeOfYear = given.filter(forYear).map((share) => ({ ...share, financialYear }));
    const missingOfYear = (some: readonly Share[]) => missing(mayBeOfYear, some.filter(inYear), null);
    if (missingOfYear(all) > missingOfYear(claimed)) return false;
    if (stream === null) return true;
    const inStream = (share: Share) => inYear(share) && share.stream === stream;
    const forStream = (share: Share) => forYear(share) && (share.stream === null || share.stream === stream);
    return sum(all.filter(inStream)) <= sum(given.filter(forStream));
  });
}

/** What of the money claimed cannot be had from what is given, however it is put together. */
export function mustGoBack(given: readonly Share[], claimed: readonly Share[]): number {
  return Math.max(
    ...([null, "revenue", "capital"] as const).map((stream) => missing(given, claimed, stream)),
  );
}

/**
 * The most that is missing for any choice of years, and in each of them of all money or that of one stream, tried one after
 * the other; with a stream, of choices of that stream alone.
 */
function missing(given: readonly Share[], claimed: readonly Share[], only: Share["stream"]): number {
  const years = [...new Set(claimed.map(({ financialYear }) => financialYear))];
  const may = (share: Share, stream: Share["stream"]) =>
    stream === null || share.stream === null || share.stream === stream;
  const open = sum(given.filter((share) => share.financialYear === null && may(share, only)));
  const above = (rest: readonly (number | null)[]): number[] => {
    const [year, ...others] = rest;
    if (year === undefined) return [0];
    const own = (some: readonly Share[]) => some.filter(({ financialYear }) => financialYear === year);
    const choices = (only === null ? [null, "revenue" as const, "capital" as const] : [only]).map(
      (stream) => {
        const asked = own(claimed).filter((share) => stream === null || share.stream === stream);
        return sum(asked) - sum(own(given).filter((share) => may(share, stream)));
      },
    );
    return above(others).flatMap((more) => [more, ...choices.map((choice) => more + choice)]);
  };
  return Math.max(0, ...above(years).map((total) => total - open));
}

export { sum as sumOfShares };
