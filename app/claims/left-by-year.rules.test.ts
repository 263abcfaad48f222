import fc from "fast-check";
import { expect, it } from "vitest";
import { leftToClaim, type Share } from "#app/awards/index.ts";
import { leftByYear } from "./left-by-year.rules.ts";

const share = (financialYear: number | null, amountPence: number, stream: Share["stream"] = null): Share => ({
  financialYear,
  stream,
  amountPence,
});

it("says of each year what is left, and how much of it as revenue and as capital at most", () => {
  const given = [share(2026, 50, "capital"), share(2026, 100, "revenue"), share(2027, 40)];
  const rows = leftByYear(given, [share(2026, 80, "capital"), share(2026, 30, "revenue")]);
  expect(rows).toEqual([
    {
      ...{ financialYear: 2026, awardedPence: 150, claimedPence: 110 },
      ...{ leftPence: 70, revenuePence: 70, capitalPence: 0 },
    },
    {
      ...{ financialYear: 2027, awardedPence: 40, claimedPence: 0 },
      ...{ leftPence: 40, revenuePence: 40, capitalPence: 40 },
    },
  ]);
});

it("a year that is not apportioned takes of the open money, once", () => {
  const rows = leftByYear([share(null, 100, "revenue"), share(2026, 50)], [share(2026, 70), share(2028, 10)]);
  expect(rows.map(({ financialYear, leftPence }) => [financialYear, leftPence])).toEqual([
    [2026, 0],
    [2028, 0],
    [null, 70],
  ]);
  expect(rows[2]).toMatchObject({ claimedPence: 30, revenuePence: 70, capitalPence: 0 });
});

const shares = (years: readonly (number | null)[]) =>
  fc.array(
    fc.record({
      financialYear: fc.constantFrom(...years),
      stream: fc.constantFrom(null, "revenue" as const, "capital" as const),
      amountPence: fc.integer({ min: 0, max: 1000 }),
    }),
    { maxLength: 6 },
  );

it("comes to all that is left to claim, whatever was given and claimed of which year and stream", () => {
  fc.assert(
    fc.property(shares([null, 2026, 2027]), shares([2026, 2027, 2028]), (given, claimed) => {
      const rows = leftByYear(given, claimed);
      expect(rows.reduce((sum, { leftPence }) => sum + leftPence, 0)).toBe(leftToClaim(given, claimed));
    }),
    { numRuns: 300, seed: 20261121 },
  );
});
