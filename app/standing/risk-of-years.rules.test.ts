import { expect, test } from "vitest";
import { risksOfYears } from "./risk-of-years.rules.ts";

const year = (pence: number) => (pence === 0 ? [] : [{ financialYear: 2025, pence }]);
const risks = (unspent: number, unclaimed: number, { due = 0, isClaimSaid = false } = {}) =>
  risksOfYears({
    underspentYears: year(unspent),
    unclaimedYears: year(unclaimed),
    dueBackYears: year(due),
    isClaimSaid,
  });

test("what was not spent and not claimed of a year is one line, as far as it is the same money", () => {
  expect(risks(0, 0)).toEqual([]);
  expect(risks(0, 4_000)).toEqual(["£40 of 2025 to 2026 was not claimed and may be lost"]);
  expect(risks(4_000, 0)).toEqual([
    "£40 of 2025 to 2026 was not spent, claimed or not, and no carry-over is approved",
  ]);
  expect(risks(4_000, 4_000)).toEqual([
    "£40 of 2025 to 2026 was neither spent nor claimed and may be lost: no carry-over is approved",
  ]);
  expect(risks(6_000, 4_000)).toEqual([
    "£60 of 2025 to 2026 was not spent, £40 of it not claimed either, and no carry-over is approved",
  ]);
  expect(risks(4_000, 6_000)).toEqual([
    "£60 of 2025 to 2026 was not claimed and may be lost: £40 of it was not spent either, and no carry-over is approved for that",
  ]);
});

test("what goes back to the funder, which is said already, is not named again", () => {
  expect(risks(4_000, 0, { due: 4_000 })).toEqual([]);
  expect(risks(6_000, 0, { due: 4_000 })).toEqual([
    "Another £20 of 2025 to 2026 was not spent, claimed or not, and no carry-over is approved",
  ]);
  expect(risks(6_000, 2_000, { due: 4_000 })).toEqual([
    "Another £20 of 2025 to 2026 was neither spent nor claimed and may be lost: no carry-over is approved",
  ]);
});

test("where delivery has ended, what was not claimed of all years is said once", () => {
  expect(risks(0, 4_000, { isClaimSaid: true })).toEqual([]);
  expect(risks(4_000, 6_000, { isClaimSaid: true })).toEqual([
    "£40 of 2025 to 2026 was not spent, which is part of that, and no carry-over is approved",
  ]);
  expect(risks(6_000, 4_000, { isClaimSaid: true })).toEqual([
    "£60 of 2025 to 2026 was not spent, of which £40 is part of that, and no carry-over is approved",
  ]);
});
