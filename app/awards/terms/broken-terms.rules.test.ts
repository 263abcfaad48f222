import { expect, it } from "vitest";
import { brokenTerms } from "./broken-terms.rules.ts";

const line = (
  financialYear: number | null,
  amountPence: number | null,
  stream: "revenue" | "capital" | null = null,
) => ({
  financialYear,
  stream,
  amountPence,
});
const NONE = { noTransfer: false, capitalOnly: false };
const NO_TRANSFER = { ...NONE, noTransfer: true };
const CAPITAL_ONLY = { ...NONE, capitalOnly: true };

it("money that moves from one year to another breaks “no transfer between years”; a cut, an uplift and an apportionment do not", () => {
  const before = [line(2023, 10_000), line(2024, 5_000)];
  const moved = [line(2023, 7_000), line(2024, 8_000)];
  expect(brokenTerms(NO_TRANSFER, before, moved)).toEqual([
    "£30 moves between financial years, and the terms allow no transfer between years.",
  ]);
  expect(brokenTerms(NO_TRANSFER, before, [line(2023, 7_000), line(2024, 6_000)])[0]).toContain("£10 moves");
  expect(brokenTerms(NONE, before, moved)).toEqual([]);
  expect(brokenTerms(null, before, moved)).toEqual([]);
  expect(brokenTerms(NO_TRANSFER, before, [line(2023, 7_000), line(2024, 5_000)])).toEqual([]);
  expect(brokenTerms(NO_TRANSFER, before, [line(2023, 10_000), line(2024, 9_000)])).toEqual([]);
  expect(brokenTerms(NO_TRANSFER, [line(null, 15_000)], before)).toEqual([]);
  expect(brokenTerms(NO_TRANSFER, before, [line(null, null)])).toEqual([]);
});

it("more revenue than before breaks “capital only”; what was revenue already does not", () => {
  const before = [line(2023, 10_000, "capital"), line(2023, 500, "revenue")];
  expect(
    brokenTerms(CAPITAL_ONLY, before, [line(2023, 9_000, "capital"), line(2023, 1_500, "revenue")]),
  ).toEqual(["£10 of the lines becomes revenue, and the terms allow capital only."]);
  expect(brokenTerms(CAPITAL_ONLY, before, before)).toEqual([]);
  expect(brokenTerms(CAPITAL_ONLY, before, [line(2023, 10_500)])).toEqual([]);
});
