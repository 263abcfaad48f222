import { describe, expect, test } from "vitest";
import {
  addSums,
  expectedPence,
  forecastOf,
  groupSums,
  knownExpected,
  knownRequested,
  NOTHING,
  yearSums,
} from "./expected.rules.ts";

describe("what is expected of a bid", () => {
  test("is the amount requested times its likelihood, half a penny up", () => {
    expect(expectedPence(100_000_00, 60)).toBe(60_000_00);
    expect(expectedPence(1, 49)).toBe(0);
    expect(expectedPence(1, 50)).toBe(1);
    expect(expectedPence(3, 33)).toBe(1);
    expect(expectedPence(Number.MAX_SAFE_INTEGER, 100)).toBe(Number.MAX_SAFE_INTEGER);
    expect(expectedPence(100_00, 0)).toBe(0);
  });

  test("is not known where the amount or the likelihood is not", () => {
    expect(expectedPence(null, 60)).toBeNull();
    expect(expectedPence(5, null)).toBeNull();
  });
});

const sum = (requested: number, expected: number) => ({
  ...NOTHING,
  bids: 1,
  requestedPence: requested,
  expectedPence: expected,
});

test("sums are grouped in the order of their keys, what is not recorded last", () => {
  const groups = groupSums([
    { key: null, ...sum(5, 1), withoutLikelihood: 1 },
    { key: "2027-01", ...sum(3, 3) },
    { key: "2026-12", ...sum(2, 2) },
    { key: "2027-01", ...sum(4, 0), withoutAmount: 2 },
  ]);
  expect(groups.map(({ key, requestedPence }) => [key, requestedPence])).toEqual([
    ["2026-12", 2],
    ["2027-01", 7],
    [null, 5],
  ]);
  expect(addSums(groups)).toEqual({
    bids: 4,
    requestedPence: 14,
    expectedPence: 6,
    withoutAmount: 2,
    withoutLikelihood: 1,
    weighedPence: 0,
    variance: 0,
  });
});

test("what may still come is of what has an amount and a likelihood", () => {
  const known = { ...sum(3_00, 1_00), bids: 5, withoutAmount: 2, withoutLikelihood: 1 };
  const forecast = forecastOf(
    addSums([
      { ...known, weighedPence: 2_00, variance: 9 },
      { ...known, weighedPence: 1_00 },
    ]),
  );
  expect(forecast).toEqual({ bids: 4, requestedPence: 3_00, expectedPence: 2_00, range: null, leftOut: 6 });
});

describe("what is expected by delivery year", () => {
  const split = {
    requestedPence: 1_00,
    percent: 50,
    years: [
      { year: 2026, pence: 33 },
      { year: 2027, pence: 67 },
    ],
  };

  test("follows the costs of each bid to the penny, and comes to the total of the stages", () => {
    const years = yearSums(addSums([sum(1_00, 50), sum(50, 25)]), [split]);
    expect(years).toEqual([
      { year: 2026, requestedPence: 33, expectedPence: 17 },
      { year: 2027, requestedPence: 67, expectedPence: 33 },
      { year: null, requestedPence: 50, expectedPence: 25 },
    ]);
  });

  test("leaves a bid whose costs do not come to the amount requested under year not known", () => {
    const years = yearSums(sum(2_00, 1_00), [{ ...split, requestedPence: 2_00 }]);
    expect(years).toEqual([{ year: null, requestedPence: 2_00, expectedPence: 1_00 }]);
    expect(yearSums(sum(1_00, 50), [split]).some(({ year }) => year === null)).toBe(false);
  });

  test("is not £0 but not known in a year of whose bids nobody said how likely they are", () => {
    const unsaid = { ...sum(1_00, 0), withoutLikelihood: 1 };
    expect(yearSums(unsaid, [{ ...split, percent: null }])).toEqual([
      { year: 2026, requestedPence: 33, expectedPence: null },
      { year: 2027, requestedPence: 67, expectedPence: null },
    ]);
    expect(yearSums(unsaid, [])).toEqual([{ year: null, requestedPence: 1_00, expectedPence: null }]);
    const both = addSums([unsaid, sum(1_00, 50)]);
    expect(yearSums(both, [split]).at(-1)).toEqual({ year: null, requestedPence: 1_00, expectedPence: null });
    expect(yearSums(both, [{ ...split, percent: null }]).at(-1)).toMatchObject({ expectedPence: 50 });
  });
});

test("a sum that nobody knows is not £0: of bids without amounts, or of bids without likelihoods", () => {
  expect([knownRequested(NOTHING), knownExpected(NOTHING)]).toEqual([0, 0]);
  const unsaid = { ...sum(1_00, 0), withoutLikelihood: 1 };
  expect([knownRequested(unsaid), knownExpected(unsaid)]).toEqual([1_00, null]);
  const empty = { ...sum(0, 0), withoutAmount: 1 };
  expect([knownRequested(empty), knownExpected(empty)]).toEqual([null, null]);
  expect(knownExpected(addSums([unsaid, empty, sum(1_00, 0)]))).toBe(0);
});
